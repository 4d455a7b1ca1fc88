namespace AutoDiffGen.Fuzz.Generation;

/// <summary>Names and numbers. The names are those a generator of derivatives would like to use itself.</summary>
internal static class Vocabulary
{
    public static readonly string[] Parameters =
        ["x", "y", "z", "w", "k", "x", "y", "weights", "w1", "dx", "t0", "seed", "result", "x1", "dY", "sin", "value", "dX", "t", "left"];

    public static readonly string[] Locals =
    [
        "a", "b", "c", "p", "a", "b", "t0", "t1", "dx", "dX", "dy", "result", "seed", "sin", "cos", "returned", "left", "right", "dT0", "dT", "dResult",
        "adjoint", "value", "branch", "x1", "result1", "dSeed", "dA", "dB", "dx1", "dx2", "t2", "a1", "b1", "inner", "condition", "@double", "@ref", "dC",
        "x_", "dx_", "zero", "p1", "one", "e",
    ];

    public static readonly string[] Counters = ["i", "j", "k", "i", "j", "n", "i1", "index", "iterations", "trips"];

    public static readonly string[] Reals =
    [
        "0.5", "1.5", "-0.75", "2.0", "3.0", "0.25", "1.0", "0.0", "-0.0", "10.0", "1e-3", "Math.PI", "-1.0", "-2.5", "1.0 / 3", "Half", "Rate",
    ];

    public static readonly string[] Unusual = ["double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.Epsilon", "double.MaxValue", "1e300", "-0.0", "1e-300"];

    /// <summary>Those of them beside which other numbers are lost in rounding.</summary>
    public static readonly string[] Swallowing = ["Infinity", "MaxValue", "1e300"];

    public static readonly string[] Singles = ["0.5f", "1.5f", "-0.75f", "2f", "0f", "-0f", "3", "1e-3f", "MathF.PI", "0.1f"];

    public static readonly string[] Integers = ["0", "1", "2", "3", "-1", "4", "7"];

    /// <summary>Arguments at which functions have edges.</summary>
    public static readonly double[] SpecialPoints = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 3.0, -2.0, 1e-8, 1e4];
}
