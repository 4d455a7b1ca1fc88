namespace AutoDiffGen.Fuzz.Language;

/// <summary>The types the programs compute with.</summary>
internal enum Kind
{
    Real,
    Single,
    Integer,
    Boolean,
    Void,

    /// <summary><c>double[]</c>.</summary>
    Vector,

    /// <summary><c>Span&lt;double&gt;</c>.</summary>
    Span,

    /// <summary><c>ReadOnlySpan&lt;double&gt;</c>.</summary>
    ReadOnlySpan,

    /// <summary><c>int[]</c>.</summary>
    Indices,
}

internal static class Kinds
{
    extension(Kind kind)
    {
        public string CSharp => kind switch
        {
            Kind.Real => "double",
            Kind.Single => "float",
            Kind.Integer => "int",
            Kind.Boolean => "bool",
            Kind.Vector => "double[]",
            Kind.Span => "Span<double>",
            Kind.ReadOnlySpan => "ReadOnlySpan<double>",
            Kind.Indices => "int[]",
            _ => "void",
        };

        public bool IsActive => kind is Kind.Real or Kind.Single or Kind.Vector or Kind.Span or Kind.ReadOnlySpan;

        /// <summary>Whether values of this type have real elements.</summary>
        public bool IsReals => kind is Kind.Vector or Kind.Span or Kind.ReadOnlySpan;

        /// <summary>Whether such elements can be written.</summary>
        public bool HasWritableReals => kind is Kind.Vector or Kind.Span;
    }
}
