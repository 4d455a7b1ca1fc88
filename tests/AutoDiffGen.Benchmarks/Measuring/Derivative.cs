namespace AutoDiffGen.Benchmarks.Measuring;

/// <summary>The derivative by one parameter, twice.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Length">The number of its elements.</param>
internal sealed record Derivative(string Parameter, int Length)
{
    /// <summary>Where the hand-written gradient is stored.</summary>
    public double[] HandWritten { get; } = new double[Length];

    /// <summary>Where the generated gradient is stored.</summary>
    public double[] Generated { get; } = new double[Length];
}
