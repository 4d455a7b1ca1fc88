using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>A damped pendulum over many small steps.</summary>
internal static partial class Pendulum
{
    private const int Steps = 1000;
    private const double Gravity = 9.81;

    public static Subject Create()
    {
        double[] start = [1.2, -0.3, 0.8, 0.05], tape = new double[3 * Steps];
        const double Dt = 0.005;
        Derivative dAngle = new("angle", 1), dVelocity = new("velocity", 1), dLength = new("length", 1), dDamping = new("damping", 1);
        return new Subject(
            "pendulum",
            $"{Steps} steps",
            () => Simulate(start[0], start[1], start[2], start[3], Dt, Steps),
            () => HandWritten(
                start[0], start[1], start[2], start[3], Dt, Steps,
                out dAngle.HandWritten[0], out dVelocity.HandWritten[0], out dLength.HandWritten[0], out dDamping.HandWritten[0], tape),
            () => Simulate_Grad(
                start[0], start[1], start[2], start[3], Dt, Steps,
                out dAngle.Generated[0], out dVelocity.Generated[0], out dLength.Generated[0], out dDamping.Generated[0]),
            [dAngle, dVelocity, dLength, dDamping]);
    }

    [Differentiable]
    public static double Simulate(double angle, double velocity, double length, double damping, [NoGrad] double dt, int steps)
    {
        double stiffness = Gravity / length;
        for (int step = 0; step < steps; step++)
        {
            double acceleration = -stiffness * Math.Sin(angle) - damping * velocity;
            velocity += dt * acceleration;
            angle += dt * velocity;
        }

        return angle * angle + velocity * velocity;
    }

    // The sine is needed on the way there and the cosine on the way back, and both together cost little more than one.
    private static double HandWritten(
        double angle,
        double velocity,
        double length,
        double damping,
        double dt,
        int steps,
        out double dAngle,
        out double dVelocity,
        out double dLength,
        out double dDamping,
        Span<double> tape)
    {
        double stiffness = Gravity / length;
        Span<double> sines = tape[..steps], cosines = tape.Slice(steps, steps), velocities = tape.Slice(2 * steps, steps);
        for (int step = 0; step < sines.Length; step++)
        {
            (double sine, double cosine) = Math.SinCos(angle);
            sines[step] = sine;
            cosines[step] = cosine;
            velocities[step] = velocity;
            double acceleration = -stiffness * sine - damping * velocity;
            velocity += dt * acceleration;
            angle += dt * velocity;
        }

        double byAngle = 2 * angle, byVelocity = 2 * velocity, byStiffness = 0, byDamping = 0;
        for (int step = sines.Length - 1; step >= 0; step--)
        {
            byVelocity += dt * byAngle;
            double byAcceleration = dt * byVelocity;
            byStiffness -= byAcceleration * sines[step];
            byAngle -= byAcceleration * stiffness * cosines[step];
            byDamping -= byAcceleration * velocities[step];
            byVelocity -= byAcceleration * damping;
        }

        dAngle = byAngle;
        dVelocity = byVelocity;
        dLength = -byStiffness * stiffness / length;
        dDamping = byDamping;
        return angle * angle + velocity * velocity;
    }
}
