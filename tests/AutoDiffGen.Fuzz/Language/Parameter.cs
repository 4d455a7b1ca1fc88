namespace AutoDiffGen.Fuzz.Language;

/// <summary>A parameter of a generated method.</summary>
/// <param name="Mode"><c>""</c>, <c>"ref"</c>, <c>"out"</c> or <c>"in"</c>.</param>
internal sealed record Parameter(string Name, Kind Kind, string Mode, bool NoGrad, string? Default = null)
{
    public bool IsInput => Kind.IsActive && !NoGrad && Mode != "out";

    /// <summary>Whether there is a final content to differentiate.</summary>
    public bool IsOutput => Kind.IsActive && !NoGrad && (Mode is "ref" or "out" || Kind.IsWrittenThrough);

    public override string ToString() =>
        (NoGrad ? "[NoGrad] " : "") + (Mode.Length > 0 ? Mode + " " : "") + Kind.CSharp + " " + Name + (Default is null ? "" : " = " + Default);
}

/// <summary>A method that can be called.</summary>
internal sealed record Callable(string Name, Kind Result, IReadOnlyList<Parameter> Parameters)
{
    /// <summary>The name of the parameter that says how much deeper a recursive method may go.</summary>
    public const string Depth = "depth";

    public bool IsRecursive => Parameters.Any(p => p.Name == Depth);
}
