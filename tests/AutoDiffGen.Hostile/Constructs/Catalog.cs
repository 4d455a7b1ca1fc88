namespace AutoDiffGen.Hostile.Constructs;

/// <summary>All constructs: one small method, or file, for each.</summary>
internal static class Catalog
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        .. Statements.All.Select(s => Construct.Statement(s)), .. Statements.Later.Select(s => Construct.Statement(s.Code, s.Language)),
        .. Statements.All.Select(s => Construct.CalledStatement(s)),
        .. Expressions.All.Select(e => Construct.Expression(e)),
        .. Declarations.Members.Select(m => Construct.Members(Marked(m))), .. Declarations.Later.Select(m => Construct.Members(Marked(m.Code), m.Language)),
        .. Declarations.Files.Select(f => Construct.File(f)),
    ];

    private static string Marked(string members) => System.Text.RegularExpressions.Regex.Replace(members, @"(?<![\w.""'])D (?!=)", "[Differentiable(Derivatives.All)] ");
}
