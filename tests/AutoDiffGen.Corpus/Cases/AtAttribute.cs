namespace AutoDiffGen.Corpus;

/// <summary>A point at which a corpus method is run: one argument for each parameter that is not <c>out</c>, in order.</summary>
/// <remarks>
/// Without <see cref="Gradient"/> the method must be smooth around the point, for its derivatives are compared with
/// differences there. Give each branch a point of its own. Arrays and spans are written as text: <c>"[1, 2, 3]"</c>, <c>"[]"</c>,
/// <c>"[[1, 2], [3, 4]]"</c> for rows, or drawn at random, the same every time: <c>"random 5"</c> between -1 and 1,
/// <c>"random 3x4 in 0.5..2"</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AtAttribute(params object?[]? arguments) : Attribute
{
    // A null alone is taken for no list of arguments, and is meant as one argument.
    public object?[] Arguments { get; } = arguments ?? [null];

    /// <summary>The gradient of the result, an entry for each active parameter and each entry of an active array, where differences do not give it.</summary>
    public double[]? Gradient { get; set; }

    /// <summary>The relative error allowed against <see cref="Gradient"/>. Zeros and infinities must be exact all the same.</summary>
    public double Tolerance { get; set; } = 1e-12;
}
