namespace AutoDiffGen.Corpus;

/// <summary>A point at which a corpus method is run: one argument for each parameter that is not <c>out</c>, in order.</summary>
/// <remarks>
/// Without <see cref="Gradient"/> the method must be smooth around the point, for its derivatives are compared with
/// differences there. Give each branch a point of its own.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AtAttribute(params object?[] arguments) : Attribute
{
    public object?[] Arguments { get; } = arguments;

    /// <summary>The gradient of the result, an entry for each active parameter, where differences do not give it.</summary>
    public double[]? Gradient { get; set; }

    /// <summary>The relative error allowed against <see cref="Gradient"/>. Zeros and infinities must be exact all the same.</summary>
    public double Tolerance { get; set; } = 1e-12;
}
