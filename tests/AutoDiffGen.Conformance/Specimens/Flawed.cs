namespace AutoDiffGen.Conformance.Specimens;

#pragma warning disable CA1707 // The names are the contract's.

/// <summary>A derivative with the wrong sign.</summary>
internal static class WrongSign
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy)
    {
        double value = Right.Product_Grad(x, y, out dx, out dy);
        dy = -dy;
        return value;
    }

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)
    {
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
        dx -= 2 * (seed * 2 * x * y);
    }
}

/// <summary>A derivative that is off by as little as differences can see.</summary>
internal static class SlightlyOff
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy)
    {
        double value = Right.Product_Grad(x, y, out dx, out dy);
        dx *= 1 + 1e-8;
        return value;
    }

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) =>
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
}

/// <summary>A value associated in another order, which differs in the last bit.</summary>
internal static class WrongLastBit
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy) =>
        Math.BitIncrement(Right.Product_Grad(x, y, out dx, out dy));

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) =>
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
}

/// <summary>A <c>_Vjp</c> that overwrites.</summary>
internal static class Overwrites
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy) => Right.Product_Grad(x, y, out dx, out dy);

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)
    {
        dx = 0;
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
    }
}

/// <summary>A <c>_Vjp</c> that takes its seed to be one.</summary>
internal static class IgnoresSeed
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy) => Right.Product_Grad(x, y, out dx, out dy);

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) => Right.Product_Vjp(x, y, 1, ref dx, ref dy);
}

/// <summary>Members that allocate, little and seldom.</summary>
internal static class Allocates
{
    private static object? kept;
    private static int calls;

    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy)
    {
        if (++calls % 20 == 0)
            kept = new object();
        GC.KeepAlive(kept);
        return Right.Product_Grad(x, y, out dx, out dy);
    }

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) =>
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
}

/// <summary>Members that remember the call before.</summary>
internal static class Remembers
{
    private static double last;

    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy)
    {
        double value = Right.Product_Grad(x, y, out dx, out dy);
        dx += last * 1e-15;
        last = x;
        return value;
    }

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) =>
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
}

/// <summary>Members with another name for a parameter.</summary>
internal static class WrongName
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dX, out double dy) => Right.Product_Grad(x, y, out dX, out dy);

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) =>
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
}

/// <summary>Members that kept a default value, and another accessibility.</summary>
internal static class KeepsDefault
{
    public static double Product(double x, double y = 2) => Right.Product(x, y);

    internal static double Product_Grad(double x, double y, out double dx, out double dy) => Right.Product_Grad(x, y, out dx, out dy);

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) =>
        Right.Product_Vjp(x, y, seed, ref dx, ref dy);
}

/// <summary>A <c>_Vjp</c> that is missing.</summary>
internal static class MissingVjp
{
    public static double Product(double x, double y) => Right.Product(x, y);

    public static double Product_Grad(double x, double y, out double dx, out double dy) => Right.Product_Grad(x, y, out dx, out dy);
}

/// <summary>A zero adjoint that becomes NaN at an infinite partial.</summary>
internal static class ZeroTimesInfinity
{
    public static double Root(double x) => Math.Sqrt(x);

    public static double Root_Grad(double x, out double dx)
    {
        dx = 0.5 / Math.Sqrt(x);
        return Math.Sqrt(x);
    }

    public static void Root_Vjp(double x, double seed, ref double dx) => dx += seed * (0.5 / Math.Sqrt(x));
}

/// <summary>A <c>_Vjp</c> that treats the derivative of <c>ref</c> data as that of a value, and forgets to clear an <c>out</c> seed.</summary>
internal static class RefAsValue
{
    public static void Scale(double x, ref double state, out double twice)
    {
        state *= x;
        twice = 2 * x;
    }

    public static void Scale_Vjp(double x, ref double state, out double twice, ref double dx, ref double dState, ref double dTwice)
    {
        dx += dState * state + 2 * dTwice;
        dState += dState * x;
        state *= x;
        twice = 2 * x;
    }
}

/// <summary>Members that leave the initial content in place.</summary>
internal static class RestoresContent
{
    public static double Scale(double x, ref double state)
    {
        state *= x;
        return state;
    }

    public static double Scale_Grad(double x, ref double state, out double dx, out double dState)
    {
        dx = state;
        dState = x;
        return state * x;
    }

    public static void Scale_Vjp(double x, ref double state, double seed, ref double dx, ref double dState)
    {
        double adjoint = dState + seed;
        dx += adjoint * state;
        dState = adjoint * x;
    }
}

/// <summary>Members that throw something else, or nothing.</summary>
internal static class WrongException
{
    public static double Root(double x) => x < 0 ? throw new ArgumentException("negative") : Math.Sqrt(x);

    public static double Root_Grad(double x, out double dx)
    {
        if (x < 0)
            throw new ArgumentException("Negative");
        dx = 0.5 / Math.Sqrt(x);
        return Math.Sqrt(x);
    }

    public static void Root_Vjp(double x, double seed, ref double dx) => dx += seed * (0.5 / Math.Sqrt(x));
}
