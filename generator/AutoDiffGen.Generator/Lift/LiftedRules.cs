using System.Runtime.CompilerServices;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>The user's rules as lifted code calls them: for a function, the rule method of each argument that has one.</summary>
internal sealed class LiftedRules
{
    // One reading for all methods lifted in a compilation, by its weak key: the symbols in it live no longer than the compilation does.
    private static readonly ConditionalWeakTable<Compilation, LiftedRules> Known = new();

    private static readonly IReadOnlyDictionary<int, IMethodSymbol> None = new Dictionary<int, IMethodSymbol>();

    private readonly Dictionary<string, Dictionary<int, IMethodSymbol>> _byFunction = new(StringComparer.Ordinal);
    private readonly Compilation _compilation;

    private LiftedRules(Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        List<(UserRule Rule, IMethodSymbol Method)> rules = [];
        foreach (IMethodSymbol method in RuleMethods.In(compilation, cancellation))
        {
            if (Attributes.Find(method, Attributes.PartialOf) is { } attribute
                && UserRules.Read(method, attribute, compilation, cancellation).Rule is { } rule)
                rules.Add((rule, method));
        }

        // Of two rules for one argument, which is an error where they stand, the first counts, as in the gradient.
        foreach ((UserRule rule, IMethodSymbol method) in rules.OrderBy(r => r.Rule.Method.Key, StringComparer.Ordinal))
        {
            if (!_byFunction.TryGetValue(rule.Target, out Dictionary<int, IMethodSymbol>? arguments))
                _byFunction.Add(rule.Target, arguments = []);
            if (!arguments.ContainsKey(rule.Argument))
                arguments.Add(rule.Argument, method);
        }
    }

    public static LiftedRules Of(Compilation compilation, CancellationToken cancellation) =>
        Known.GetValue(compilation, c => new LiftedRules(c, cancellation));

    /// <summary>The rules of a function, by the position of the argument; none where it has none, and then its body is what counts.</summary>
    public IReadOnlyDictionary<int, IMethodSymbol> For(IMethodSymbol function) =>
        _byFunction.Count > 0 && FunctionRefs.Of(function, _compilation) is { } named && _byFunction.TryGetValue(named.Key, out var arguments)
            ? arguments
            : None;
}
