using System.Buffers;

namespace AutoDiffGen.Conformance.Specimens;

#pragma warning disable CA1707 // The names are the contract's.

/// <summary>One entry's derivative with the wrong sign.</summary>
internal static class WrongEntry
{
    public static double Weighted(double[] a, ReadOnlySpan<double> w, double k) => RightArrays.Weighted(a, w, k);

    public static double Weighted_Grad(double[] a, ReadOnlySpan<double> w, double k, Span<double> da, Span<double> dw, out double dk)
    {
        double value = RightArrays.Weighted_Grad(a, w, k, da, dw, out dk);
        dw[1] = -dw[1];
        return value;
    }

    public static void Weighted_Vjp(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk)
    {
        RightArrays.Weighted_Vjp(a, w, k, seed, da, dw, ref dk);
        da[2] -= seed * k * 4 * w[2] * a[2];
    }
}

/// <summary>A <c>_Grad</c> that adds to what is in the buffer, and a <c>_Vjp</c> that does not.</summary>
internal static class ClearsTheWrongOne
{
    public static double Weighted(double[] a, ReadOnlySpan<double> w, double k) => RightArrays.Weighted(a, w, k);

    public static double Weighted_Grad(double[] a, ReadOnlySpan<double> w, double k, Span<double> da, Span<double> dw, out double dk)
    {
        dk = 0;
        RightArrays.Weighted_Vjp(a, w, k, 1, da, dw, ref dk);
        return Weighted(a, w, k);
    }

    public static void Weighted_Vjp(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk)
    {
        da.Clear();
        RightArrays.Weighted_Vjp(a, w, k, seed, da, dw, ref dk);
    }
}

/// <summary>A <c>_Grad</c> that allocates its scratch, and a <c>_Vjp</c> that takes rented memory to be clear.</summary>
internal static class WrongScratch
{
    public static double Weighted(double[] a, ReadOnlySpan<double> w, double k) => RightArrays.Weighted(a, w, k);

    public static double Weighted_Grad(double[] a, ReadOnlySpan<double> w, double k, Span<double> da, Span<double> dw, out double dk)
    {
        double[] scratch = new double[a.Length];
        dk = 0;
        double value = RightArrays.Weighted_Grad(a, w, k, da, scratch, out dk);
        scratch.CopyTo(dw);
        return value;
    }

    public static void Weighted_Vjp(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk)
    {
        double[] scratch = ArrayPool<double>.Shared.Rent(a.Length);
        RightArrays.Weighted_Vjp(a, w, k, seed, da, scratch.AsSpan(0, dw.Length), ref dk);
        for (int i = 0; i < dw.Length; i++)
            dw[i] += scratch[i];
        ArrayPool<double>.Shared.Return(scratch);
    }
}

/// <summary>Members that leave written data as it was.</summary>
internal static class RestoresArray
{
    public static double Step(Span<double> y, ReadOnlySpan<double> x, double k) => RightArrays.Step(y, x, k);

    public static double Step_Grad(Span<double> y, ReadOnlySpan<double> x, double k, Span<double> dy, Span<double> dx, out double dk)
    {
        Span<double> initial = stackalloc double[y.Length];
        y.CopyTo(initial);
        double value = RightArrays.Step_Grad(y, x, k, dy, dx, out dk);
        initial.CopyTo(y);
        return value;
    }

    public static void Step_Vjp(Span<double> y, ReadOnlySpan<double> x, double k, double seed, Span<double> dy, Span<double> dx, ref double dk)
    {
        Span<double> initial = stackalloc double[y.Length];
        y.CopyTo(initial);
        RightArrays.Step_Vjp(y, x, k, seed, dy, dx, ref dk);
        initial.CopyTo(y);
    }
}

/// <summary>A <c>_Vjp</c> that leaves the adjoint of the final content where that of the initial one belongs.</summary>
internal static class AdjointOfFinalContent
{
    public static double Step(Span<double> y, ReadOnlySpan<double> x, double k) => RightArrays.Step(y, x, k);

    public static double Step_Grad(Span<double> y, ReadOnlySpan<double> x, double k, Span<double> dy, Span<double> dx, out double dk) =>
        RightArrays.Step_Grad(y, x, k, dy, dx, out dk);

    public static void Step_Vjp(Span<double> y, ReadOnlySpan<double> x, double k, double seed, Span<double> dy, Span<double> dx, ref double dk)
    {
        Span<double> final = stackalloc double[y.Length];
        dy.CopyTo(final);
        RightArrays.Step_Vjp(y, x, k, seed, dy, dx, ref dk);
        for (int i = 0; i < dy.Length; i++)
            dy[i] += final[i];
    }
}

/// <summary>Members that check no lengths.</summary>
internal static class NoLengthCheck
{
    public static double Weighted(double[] a, ReadOnlySpan<double> w, double k) => RightArrays.Weighted(a, w, k);

    public static double Weighted_Grad(double[] a, ReadOnlySpan<double> w, double k, Span<double> da, Span<double> dw, out double dk) =>
        RightArrays.Weighted_Grad(a, w, k, da.Length > a.Length ? da[..a.Length] : da, dw, out dk);

    public static void Weighted_Vjp(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk) =>
        RightArrays.Weighted_Vjp(a, w, k, seed, da, dw.Length > w.Length ? dw[..w.Length] : dw, ref dk);
}

/// <summary>Members that refuse too late, under the wrong name, or too much.</summary>
internal static class WrongRefusal
{
    public static double Weighted(double[] a, ReadOnlySpan<double> w, double k) => RightArrays.Weighted(a, w, k);

    public static double Weighted_Grad(double[] a, ReadOnlySpan<double> w, double k, Span<double> da, Span<double> dw, out double dk)
    {
        ByHand.Apart(a, w, "a");
        ByHand.Apart(da, a, "a");
        return RightArrays.Weighted_Grad(a, w, k, da, dw, out dk);
    }

    public static void Weighted_Vjp(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk)
    {
        if (!da.IsEmpty)
            da[0]++;
        RightArrays.GuardWeighted(a, w, da, dw);
        da[0]--;
        RightArrays.Weighted_Vjp(a, w, k, seed, da, dw, ref dk);
    }
}

/// <summary>A <c>_Grad</c> that lets buffers overlap each other, and a <c>_Vjp</c> that lets written data overlap what is read.</summary>
internal static class NoOverlapCheck
{
    public static double Step(Span<double> y, ReadOnlySpan<double> x, double k) => RightArrays.Step(y, x, k);

    public static double Step_Grad(Span<double> y, ReadOnlySpan<double> x, double k, Span<double> dy, Span<double> dx, out double dk)
    {
        ByHand.Apart(y, x, "y");
        ByHand.Length(dy.Length, y.Length, "dy");
        ByHand.Length(dx.Length, x.Length, "dx");
        ByHand.Apart(dy, y, "dy");
        ByHand.Apart(dx, x, "dx");
        dk = 0;
        dy.Clear();
        dx.Clear();
        return RightArrays.StepAndReverse(y, x, k, 1, dy, dx, ref dk);
    }

    public static void Step_Vjp(Span<double> y, ReadOnlySpan<double> x, double k, double seed, Span<double> dy, Span<double> dx, ref double dk)
    {
        RightArrays.GuardDerivatives(y, x, dy, dx);
        RightArrays.StepAndReverse(y, x, k, seed, dy, dx, ref dk);
    }
}

/// <summary>An array for a derivative, where a span belongs, and a <c>params</c> that was kept.</summary>
internal static class WrongArrayTypes
{
    public static double[] Squares(params double[] a) => RightArrays.Squares(a);

    public static void Squares_Vjp(double[] a, ReadOnlySpan<double> seed, double[] da) => RightArrays.Squares_Vjp(a, seed, da);

    public static double Sum(params double[] a) => a.Sum();

    public static double Sum_Grad(double[] a, params Span<double> da)
    {
        da.Fill(1);
        return Sum(a);
    }

    public static void Sum_Vjp(double[] a, double seed, Span<double> da)
    {
        for (int i = 0; i < da.Length; i++)
            da[i] += seed;
    }
}

/// <summary>Members that throw before they write what the method has written by then.</summary>
internal static class ThrowsTooSoon
{
    public static double Roots(double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 0)
                throw new ArgumentException("negative");
            a[i] = Math.Sqrt(a[i]);
            sum += a[i];
        }

        return sum;
    }

    public static double Roots_Grad(double[] a, Span<double> da)
    {
        if (a.Any(x => x < 0))
            throw new ArgumentException("negative");
        double value = Roots(a);
        for (int i = 0; i < a.Length; i++)
            da[i] = 0.5 / a[i];
        return value;
    }

    public static void Roots_Vjp(double[] a, double seed, Span<double> da)
    {
        Roots(a);
        for (int i = 0; i < a.Length; i++)
            da[i] = 0.5 * (da[i] + seed) / a[i];
    }
}

/// <summary>A <c>_Grad</c> that does not return what it rented when it throws.</summary>
internal static class LosesItsScratch
{
    public static double Root(double[] a) => a[1] < 0 ? throw new ArgumentException("negative") : Math.Sqrt(a[1]);

    public static double Root_Grad(double[] a, Span<double> da)
    {
        double[] scratch = ArrayPool<double>.Shared.Rent(a.Length);
        double value = Root(a);
        scratch.AsSpan(0, a.Length).Clear();
        scratch[1] = 0.5 / value;
        scratch.AsSpan(0, a.Length).CopyTo(da);
        ArrayPool<double>.Shared.Return(scratch);
        return value;
    }

    public static void Root_Vjp(double[] a, double seed, Span<double> da)
    {
        double[] scratch = ArrayPool<double>.Shared.Rent(a.Length);
        try
        {
            scratch[1] = 0.5 / Root(a);
            da[1] += seed * scratch[1];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }
}

/// <summary>Members that all threads share memory in.</summary>
internal static class SharesItsScratch
{
    private static readonly double[] Scratch = new double[3];

    public static double Root(double[] a) => a[0] * a[1] * a[2];

    public static double Root_Grad(double[] a, Span<double> da)
    {
        Root_Vjp(a, 1, da);
        return Root(a);
    }

    public static void Root_Vjp(double[] a, double seed, Span<double> da)
    {
        a.CopyTo(Scratch, 0);
        Thread.SpinWait(100);
        for (int i = 0; i < 3; i++)
            da[i] = seed * Scratch[(i + 1) % 3] * Scratch[(i + 2) % 3];
    }
}
