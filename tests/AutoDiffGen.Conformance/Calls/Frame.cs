namespace AutoDiffGen.Conformance.Calls;

/// <summary>The arguments and results of one call. Every array has an entry for each parameter, by position.</summary>
internal sealed class Frame(int parameters)
{
    /// <summary>The real arguments; a <c>float</c> is kept as the <c>double</c> it is.</summary>
    public readonly double[] Reals = new double[parameters];

    /// <summary>The other arguments, boxed before the call is measured.</summary>
    public readonly object?[] Others = new object?[parameters];

    /// <summary>What the call left in parameters passed by reference; integers and booleans as numbers.</summary>
    public readonly double[] After = new double[parameters];

    /// <summary>The derivative parameters: read and written by <c>_Vjp</c>, written by <c>_Grad</c>.</summary>
    public readonly double[] Derivatives = new double[parameters];

    /// <summary>The seed of <c>_Vjp</c>.</summary>
    public double Seed;
}
