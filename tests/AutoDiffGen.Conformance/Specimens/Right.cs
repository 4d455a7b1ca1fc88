namespace AutoDiffGen.Conformance.Specimens;

// Derivatives written by hand, right in every way: the checks must pass them, and fail each of the flawed copies.
#pragma warning disable CA1707 // The names are the contract's.

/// <summary>A method whose members are right.</summary>
internal static class Right
{
    public static double Product(double x, double y) => x * x * y;

    public static double Product_Grad(double x, double y, out double dx, out double dy)
    {
        dx = 2 * x * y;
        dy = x * x;
        return x * x * y;
    }

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)
    {
        dx += seed * 2 * x * y;
        dy += seed * x * x;
    }
}

/// <summary>A method with every way of passing, whose members are right.</summary>
internal static class RightByRef
{
    public static double Step(double x, ref double state, in double rate, out double change, [NoGrad] double scale, ref int calls)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        calls++;
        change = rate * x * scale;
        state = state * x + change;
        return state * change;
    }

    public static double Step_Grad(
        double x, ref double state, in double rate, out double change, double scale, ref int calls, out double dx, out double dState, out double dRate)
    {
        dx = 0;
        dState = 0;
        dRate = 0;
        double dChange = 0, initial = state;
        double value = Step(x, ref state, in rate, out change, scale, ref calls);
        Reverse(x, initial, rate, scale, state, change, 1, ref dx, ref dState, ref dRate, ref dChange);
        return value;
    }

    public static void Step_Vjp(
        double x, ref double state, in double rate, out double change, double scale, ref int calls, double seed,
        ref double dx, ref double dState, ref double dRate, ref double dChange)
    {
        double initial = state;
        Step(x, ref state, in rate, out change, scale, ref calls);
        Reverse(x, initial, rate, scale, state, change, seed, ref dx, ref dState, ref dRate, ref dChange);
    }

    private static void Reverse(
        double x, double initial, double rate, double scale, double state, double change, double seed,
        ref double dx, ref double dState, ref double dRate, ref double dChange)
    {
        dState += seed * change;
        dChange += seed * state;
        dChange += dState;
        dx += dState * initial;
        dState *= x;
        dx += dChange * rate * scale;
        dRate += dChange * x * scale;
        dChange = 0;
    }
}
