using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>Heat in a rod whose conductivity depends on the temperature: a loop over time with two buffers that are swapped.</summary>
internal static partial class Heat
{
    private const int Cells = 200, Steps = 200;

    public static Subject Create()
    {
        const double Rate = 0.2;
        double[] initial = new Sample(5).Uniform(Cells, 0.5, 1.5), rate = [Rate], scratch = new double[(Steps + 2) * Cells];
        Derivative dInitial = new("initial", Cells), dRate = new("rate", 1);
        return new Subject(
            "heat",
            $"{Cells} cells, {Steps} steps",
            () => Diffuse(initial, rate[0], Steps),
            () => HandWritten(initial, rate[0], Steps, dInitial.HandWritten, out dRate.HandWritten[0], scratch),
            () => Diffuse_Grad(initial, rate[0], Steps, dInitial.Generated, out dRate.Generated[0]),
            [dInitial, dRate]);
    }

    [Differentiable]
    public static double Diffuse(ReadOnlySpan<double> initial, double rate, int steps)
    {
        int n = initial.Length;
        double[] u = new double[n], next = new double[n];
        initial.CopyTo(u);
        for (int step = 0; step < steps; step++)
        {
            next[0] = u[0];
            next[n - 1] = u[n - 1];
            for (int i = 1; i < n - 1; i++)
                next[i] = u[i] + rate * Conductivity(u[i]) * (u[i - 1] - 2 * u[i] + u[i + 1]);
            (u, next) = (next, u);
        }

        double energy = 0;
        for (int i = 0; i < n; i++)
            energy += u[i] * u[i];
        return energy;
    }

    private static double Conductivity(double u) => u + 0.1 * u * u;

    // Each step's state is written where it is kept. The adjoint is updated in place.
    private static double HandWritten(
        ReadOnlySpan<double> initial, double rate, int steps, Span<double> dInitial, out double dRate, Span<double> scratch)
    {
        int n = initial.Length;
        initial.CopyTo(scratch);
        for (int step = 0; step < steps; step++)
            Step(scratch.Slice(step * n, n), rate, scratch.Slice((step + 1) * n, n));

        ReadOnlySpan<double> final = scratch.Slice(steps * n, n);
        dInitial = dInitial[..final.Length];
        double energy = 0;
        for (int i = 0; i < final.Length; i++)
        {
            energy += final[i] * final[i];
            dInitial[i] = 2 * final[i];
        }

        double byRate = 0;
        for (int step = steps - 1; step >= 0; step--)
            byRate += ReverseStep(scratch.Slice(step * n, n), rate, dInitial);
        dRate = byRate;
        return energy;
    }

    private static void Step(ReadOnlySpan<double> u, double rate, Span<double> next)
    {
        next = next[..u.Length];
        next[0] = u[0];
        next[^1] = u[^1];
        double left = u[0], here = u[1];
        for (int i = 1; i < u.Length - 1; i++)
        {
            double right = u[i + 1];
            next[i] = here + rate * Conductivity(here) * (left - 2 * here + right);
            left = here;
            here = right;
        }
    }

    // An element's adjoint needs the flows (rate · conductivity · adjoint) of three: the one to the right is computed ahead.
    // The elements at the ends are constant in time, so nothing flows from there.
    private static double ReverseStep(ReadOnlySpan<double> u, double rate, Span<double> adjoint)
    {
        adjoint = adjoint[..u.Length];
        double byRate = 0, left = u[0], here = u[1], leftFlow = 0, hereFlow = rate * Conductivity(here) * adjoint[1];
        adjoint[0] += hereFlow;
        for (int i = 1; i < u.Length - 2; i++)
        {
            double right = u[i + 1];
            double rightFlow = rate * Conductivity(right) * adjoint[i + 1];
            double byProduct = adjoint[i] * (left - 2 * here + right);
            byRate += byProduct * Conductivity(here);
            adjoint[i] += byProduct * rate * (1 + 0.2 * here) + leftFlow - 2 * hereFlow + rightFlow;
            leftFlow = hereFlow;
            hereFlow = rightFlow;
            left = here;
            here = right;
        }

        double last = adjoint[^2] * (left - 2 * here + u[^1]);
        adjoint[^2] += last * rate * (1 + 0.2 * here) + leftFlow - 2 * hereFlow;
        adjoint[^1] += hereFlow;
        return byRate + last * Conductivity(here);
    }
}
