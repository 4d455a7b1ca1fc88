using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiffGen.Generator.Diagnostics;

/// <summary>An error as a value: which, where, and what its message names. Holds nothing of the compilation.</summary>
internal sealed record DiagnosticInfo(string Id, LocationInfo Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic(Compilation compilation) =>
        Diagnostic.Create(Descriptors.Get(Id), Location.In(compilation), Arguments.ToArray<object>());
}

/// <summary>A place in a source file.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>Stands for every place in what the generator caches: it reports nothing, and an edit that only moves code changes nothing.</summary>
    public static readonly LocationInfo None = new("", default, default);

    public static LocationInfo Of(SyntaxNode node) => Of(node.GetLocation());

    public static LocationInfo Of(Location location) =>
        new(location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span);

    /// <summary>The place in the compilation's own source, where an editor and a <c>#pragma</c> find it.</summary>
    public Location In(Compilation compilation)
    {
        // Files without a path, as tests and scripts have, are told apart by whether the place is where it was.
        SyntaxTree? tree = compilation.SyntaxTrees.FirstOrDefault(t =>
            t.FilePath == Path && Span.End <= t.Length && t.GetLocation(Span).GetLineSpan().Span == Lines);
        return tree?.GetLocation(Span) ?? Microsoft.CodeAnalysis.Location.Create(Path, Span, Lines);
    }
}
