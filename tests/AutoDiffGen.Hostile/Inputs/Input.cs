using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Hostile.Inputs;

/// <summary>What is put before the generator.</summary>
/// <param name="Name">Brings it back: a construct's name, or <c>seed:number</c>.</param>
/// <param name="Without">The pass that is left out; "all" for every one, "" for none.</param>
internal sealed record Input(string Name, IReadOnlyList<string> Sources, string Without = "", bool Checked = false)
{
    /// <summary>The assemblies it is compiled against; by default all there are.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = Hosting.Host.References;

    /// <summary>How it came about.</summary>
    public string How { get; init; } = "";

    public override string ToString() => $"{Name} ({How}{(Without.Length > 0 ? ", without " + Without : "")}{(Checked ? ", checked" : "")})";
}
