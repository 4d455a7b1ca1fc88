using System.Collections.Immutable;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RuleSet = AutoDiffGen.Generator.Rules.RuleSet;

namespace AutoDiffGen.Generator.Rules;

/// <summary>All rules in force in one compilation, and what is wrong with the user's.</summary>
internal sealed record CompilationRules(RuleSet Rules, EquatableArray<DiagnosticInfo> Problems)
{
    public static CompilationRules Read(Compilation compilation, CancellationToken cancellation)
    {
        EquatableArray<TableRule> table = RuleTable.Read(compilation.References.ToImmutableArray(), cancellation);
        var readings = new List<UserRuleReading>();
        foreach (IMethodSymbol method in Attributed(compilation.Assembly.GlobalNamespace, cancellation))
        {
            if (Attributes.Find(method, Attributes.PartialOf) is { } attribute)
                readings.Add(UserRules.Read(method, attribute, compilation, cancellation));
            if (Attributes.Has(method, Attributes.VjpOf))
                readings.Add(new UserRuleReading(null, UserRules.VjpOf(method)));
        }

        UserRule[] user = UserRules.Ordered(readings.Select(r => r.Rule).OfType<UserRule>()).ToArray();
        return new CompilationRules(
            new RuleSet(table, user.ToEquatableArray()),
            readings.Select(r => r.Problem).OfType<DiagnosticInfo>().Concat(UserRules.Duplicates(user, table)).ToEquatableArray());
    }

    // The methods that have an attribute at all, by their syntax, so that few attributes are bound.
    private static IEnumerable<IMethodSymbol> Attributed(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (IMethodSymbol method in Attributed(inner, cancellation))
                    yield return method;
            }
            else if (member is IMethodSymbol method && method.DeclaringSyntaxReferences.Any(r =>
                r.GetSyntax(cancellation) is MethodDeclarationSyntax { AttributeLists.Count: > 0 }))
            {
                yield return method;
            }
        }
    }
}
