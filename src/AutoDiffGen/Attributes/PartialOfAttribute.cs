namespace AutoDiffGen;

/// <summary>Marks a static, expression-bodied method as the partial derivative of a function by one of its arguments.</summary>
/// <remarks>
/// The method takes the function's arguments, then the function's result. The rule is chosen by the parameter types after
/// the arguments are read, must be accessible where it is used, and is an error when given twice.
/// </remarks>
/// <example><code>
/// [PartialOf(typeof(Special), nameof(Special.Erf))]
/// static double Erf(double x, double y) => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);
/// </code></example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PartialOfAttribute : Attribute
{
    /// <summary>Names the function.</summary>
    /// <param name="type">The type that declares the function.</param>
    /// <param name="method">The function's name.</param>
    public PartialOfAttribute(Type type, string method)
    {
        Type = type;
        Method = method;
    }

    /// <summary>The type that declares the function.</summary>
    public Type Type { get; }

    /// <summary>The function's name.</summary>
    public string Method { get; }

    /// <summary>The function's parameter to differentiate by; may be left out where the function has one parameter.</summary>
    public string? Wrt { get; set; }
}
