using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>What the lifting of one method and of all the helpers it reaches has in common.</summary>
internal sealed class LiftSession
{
    private readonly List<DiagnosticInfo> _problems = [];
    private LiftedRules? _rules;

    public LiftSession(IMethodSymbol root, Compilation compilation, CancellationToken cancellation)
    {
        Root = root;
        Compilation = compilation;
        Cancellation = cancellation;
        Helpers = new LiftedHelpers(root);
        Functions = new ValueFunctions(compilation.GetTypeByMetadataName(LiftedTypes.ValueMetadataName));
    }

    public IMethodSymbol Root { get; }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public LiftedHelpers Helpers { get; }

    public ValueFunctions Functions { get; }

    /// <summary>The user's rules; looked for when the first call asks.</summary>
    public LiftedRules Rules => _rules ??= LiftedRules.Of(Compilation, Cancellation);

    public SuppressedWarnings Warnings { get; } = new();

    public EquatableArray<DiagnosticInfo> Problems => _problems.Distinct().ToEquatableArray();

    /// <summary>Whether the generated code, which stands in the method's type but in another file, may name the symbol.</summary>
    public bool IsAccessible(ISymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal || !type.CanBeReferencedByName)
                return false;
        }

        return Compilation.IsSymbolAccessibleWithin(symbol, Root.ContainingType);
    }

    public void Refuse(SyntaxNode node, string reason) => Refuse(LocationInfo.Of(node), reason);

    public void Refuse(LocationInfo location, string reason) =>
        _problems.Add(new DiagnosticInfo(Descriptors.DerivativeDoesNotApply.Id, location, ["Lifted", Root.Name, reason]));
}
