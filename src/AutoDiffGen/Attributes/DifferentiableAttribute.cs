namespace AutoDiffGen;

/// <summary>Asks for the derivatives of a method, generated at compile time beside it, in the same type.</summary>
/// <remarks>
/// Every type that contains the method must be <c>partial</c>. A construct that cannot be differentiated is an error
/// <c>ADGnnn</c> at its place in the source, and nothing is generated for the method.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>Asks for the gradient: <c>Foo_Grad</c> and <c>Foo_Vjp</c>.</summary>
    public DifferentiableAttribute()
        : this(Derivatives.Gradient)
    {
    }

    /// <summary>Asks for the derivatives named.</summary>
    /// <param name="emit">What to generate. <see cref="Derivatives.All"/> emits what applies; naming a flag that cannot apply is an error.</param>
    public DifferentiableAttribute(Derivatives emit) => Emit = emit;

    /// <summary>What is generated.</summary>
    public Derivatives Emit { get; }
}
