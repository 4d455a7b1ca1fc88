namespace AutoDiffGen.Conformance.Cases;

/// <summary>How an array or span parameter holds its entries.</summary>
internal enum LayoutKind
{
    Vector,
    Span,
    ReadOnlySpan,
    Matrix,
    Jagged,
}

/// <summary>The layout of an array or span type. A span stands on an array when a case is run.</summary>
internal sealed record Layout(LayoutKind Kind, Type Element)
{
    /// <summary>The type of the array that holds the entries.</summary>
    public Type Storage => Kind switch
    {
        LayoutKind.Matrix => Element.MakeArrayType(2),
        LayoutKind.Jagged => Element.MakeArrayType().MakeArrayType(),
        _ => Element.MakeArrayType(),
    };

    /// <summary>The type of a derivative parameter for such data.</summary>
    public Type Derivative => HasRows ? Storage : typeof(Span<>).MakeGenericType(Element);

    public bool HasRows => Kind is LayoutKind.Matrix or LayoutKind.Jagged;

    public bool IsReal => Element == typeof(double) || Element == typeof(float);

    /// <summary>The layout of a type, or null where it is no array and no span.</summary>
    public static Layout? Of(Type type)
    {
        if (type.IsArray)
        {
            Type element = type.GetElementType()!;
            if (type.GetArrayRank() == 2)
                return new(LayoutKind.Matrix, element);
            return element.IsArray ? new(LayoutKind.Jagged, element.GetElementType()!) : new(LayoutKind.Vector, element);
        }

        if (!type.IsGenericType)
            return null;
        Type definition = type.GetGenericTypeDefinition();
        return definition == typeof(Span<>) ? new(LayoutKind.Span, type.GenericTypeArguments[0])
            : definition == typeof(ReadOnlySpan<>) ? new(LayoutKind.ReadOnlySpan, type.GenericTypeArguments[0])
            : null;
    }
}
