namespace AutoDiffGen.Fuzz.Language;

/// <summary>What a node can stand for: a node may take the place of another of its sort, and some sorts can be left out.</summary>
internal enum Sort
{
    /// <summary>An expression of type <c>double</c>.</summary>
    Real,

    /// <summary>An expression of type <c>float</c>.</summary>
    Single,

    /// <summary>An expression of type <c>int</c>.</summary>
    Integer,

    /// <summary>An expression of type <c>bool</c>.</summary>
    Boolean,

    /// <summary>An expression of type <c>double[]</c>.</summary>
    Vector,

    /// <summary>An expression that a <c>Span&lt;double&gt;</c> can be.</summary>
    Span,

    /// <summary>A statement; can be left out.</summary>
    Statement,

    /// <summary>A section of a switch, or an arm; can be left out.</summary>
    Section,

    /// <summary>A member beside the method; can be left out.</summary>
    Member,

    /// <summary>Text that belongs to what is around it.</summary>
    Other,
}
