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

    /// <summary><c>float[]</c>.</summary>
    Singles,

    /// <summary><c>double[,]</c>.</summary>
    Matrix,

    /// <summary><c>double[][]</c>.</summary>
    Rows,

    /// <summary><c>double[][]</c> that the program created, so that rows can be replaced. No parameter of the method itself.</summary>
    OwnRows,

    /// <summary><c>Index</c>.</summary>
    Index,

    /// <summary><c>Range</c>.</summary>
    Range,
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
            Kind.Singles => "float[]",
            Kind.Matrix => "double[,]",
            Kind.Rows or Kind.OwnRows => "double[][]",
            Kind.Index => "Index",
            Kind.Range => "Range",
            _ => "void",
        };

        public bool IsActive => kind is not (Kind.Integer or Kind.Boolean or Kind.Void or Kind.Indices or Kind.Index or Kind.Range);

        /// <summary>Whether values of this type refer to what they show.</summary>
        public bool IsReference => kind.IsReals || kind.IsGrid || kind is Kind.Indices or Kind.Singles;

        /// <summary>Whether values of this type have <c>double</c> elements in a row.</summary>
        public bool IsReals => kind is Kind.Vector or Kind.Span or Kind.ReadOnlySpan;

        /// <summary>Whether values of this type have rows of <c>double</c> elements.</summary>
        public bool IsGrid => kind is Kind.Matrix or Kind.Rows or Kind.OwnRows;

        /// <summary>Whether such elements can be written.</summary>
        public bool HasWritableReals => kind is Kind.Vector or Kind.Span;

        /// <summary>Whether a method can leave something in a value of this type that has a derivative.</summary>
        public bool IsWrittenThrough => kind.HasWritableReals || kind.IsGrid || kind == Kind.Singles;
    }
}
