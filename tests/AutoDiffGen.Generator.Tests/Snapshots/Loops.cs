using System.Text.RegularExpressions;
using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for loops that hand values from round to round.</summary>
public class Loops
{
    [Fact]
    public void A_power_by_a_loop() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, int n)
        {
            double p = 1;
            for (int i = 0; i < n; i++)
                p *= x;
            return p;
        }
        """);

    [Fact]
    public void A_pendulum_records_its_state_alone()
    {
        string generated = Snapshot.Verify("""
            [Differentiable]
            public static double F(double theta, double omega, double length, [NoGrad] double dt, int steps)
            {
                for (int i = 0; i < steps; i++)
                {
                    double acceleration = -9.81 / length * Math.Sin(theta);
                    omega += dt * acceleration;
                    theta += dt * omega;
                }

                return theta;
            }
            """);
        string gradient = generated[..generated.IndexOf("F_Vjp", StringComparison.Ordinal)];

        // The sine of each step takes theta alone: omega is not read by any partial derivative.
        Assert.Equal(["theta"], Pushes(gradient));
    }

    [Fact]
    public void A_damped_pendulum_records_its_state_alone()
    {
        string generated = Snapshot.Verify("""
            [Differentiable]
            public static double F(double theta, double omega, double length, double damping, [NoGrad] double dt, int steps)
            {
                for (int i = 0; i < steps; i++)
                {
                    double acceleration = -9.81 / length * Math.Sin(theta) - damping * omega * omega;
                    omega += dt * acceleration;
                    theta += dt * omega;
                }

                return theta;
            }
            """);
        string gradient = generated[..generated.IndexOf("F_Vjp", StringComparison.Ordinal)];
        Assert.Equal(["omega", "theta"], Pushes(gradient).Order());
    }

    [Fact]
    public void A_while_loop_with_an_active_condition() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x)
        {
            double y = x;
            while (y > 1)
                y = y * 0.5 + 0.1 * Math.Sqrt(y);
            return y;
        }
        """);

    [Fact]
    public void Nested_loops_with_breaks() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, int n)
        {
            double y = x;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (y > 10)
                        break;
                    y *= 1 + x;
                }

                if (y < 0)
                    break;
                y = Math.Sin(y) + x;
            }

            return y;
        }
        """);

    [Fact]
    public void A_return_out_of_a_loop() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, [NoGrad] double tolerance)
        {
            double guess = x;
            for (int i = 0; i < 50; i++)
            {
                double next = 0.5 * (guess + x / guess);
                if (Math.Abs(next - guess) < tolerance)
                    return next;
                guess = next;
            }

            return guess;
        }
        """);

    [Fact]
    public void A_constant_step() => Snapshot.Verify("""
        [Differentiable]
        public static double F(ReadOnlySpan<double> a)
        {
            double p = 1;
            for (int i = a.Length - 1; i >= 0; i -= 2)
                p = p * a[i] + 1;
            return p;
        }
        """);

    /// <summary>The variables that are pushed, without the numbers after their names.</summary>
    private static IEnumerable<string> Pushes(string generated) =>
        Regex.Matches(generated, @"\.Push\((\w+?)\d*\);").Select(m => m.Groups[1].Value);
}
