namespace AutoDiffGen;

/// <summary>Marks a static method as the user's own adjoint of a function; it wins over differentiating the function's body.</summary>
/// <remarks>The method has the signature that the function's generated <c>_Vjp</c> would have.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class VjpOfAttribute : Attribute
{
    /// <summary>Names the function.</summary>
    /// <param name="type">The type that declares the function.</param>
    /// <param name="method">The function's name.</param>
    public VjpOfAttribute(Type type, string method)
    {
        Type = type;
        Method = method;
    }

    /// <summary>The type that declares the function.</summary>
    public Type Type { get; }

    /// <summary>The function's name.</summary>
    public string Method { get; }
}
