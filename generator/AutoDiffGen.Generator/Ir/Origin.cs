namespace AutoDiffGen.Generator.Ir;

/// <summary>What a statement was made from, for comments, and which sweep it belongs to.</summary>
/// <param name="Text">The source statement on one line, without its semicolon.</param>
/// <param name="Sweep">Only code of the derivative sweeps may be simplified algebraically: the value keeps its bits.</param>
/// <param name="Helper">The method the statement stands in, where it is not the differentiated one.</param>
internal sealed record Origin(string? Text, Sweep Sweep, string? Helper = null);

internal enum Sweep
{
    /// <summary>Computes the value.</summary>
    Primal,

    /// <summary>Computes adjoints, from the results back.</summary>
    Reverse,

    /// <summary>Computes tangents, along with the value.</summary>
    Tangent,
}

internal static class Origins
{
    /// <summary>The statement, with an origin for its comment where it has none of its own.</summary>
    public static Stmt From(this Stmt stmt, Origin? origin) =>
        stmt.Origin is { Text: null } own && origin is { Text: not null } && own.Sweep == origin.Sweep ? stmt with { Origin = origin } : stmt;
}
