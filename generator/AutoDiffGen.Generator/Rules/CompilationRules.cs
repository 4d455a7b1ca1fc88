using System.Collections.Immutable;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using RuleSet = AutoDiffGen.Generator.Rules.RuleSet;

namespace AutoDiffGen.Generator.Rules;

/// <summary>All rules in force in one compilation, and what is wrong with the user's.</summary>
internal sealed record CompilationRules(RuleSet Rules, EquatableArray<DiagnosticInfo> Problems)
{
    public static CompilationRules Read(Compilation compilation, CancellationToken cancellation)
    {
        EquatableArray<TableRule> table = RuleTable.Read(compilation.References.ToImmutableArray(), cancellation);
        var readings = new List<UserRuleReading>();
        foreach (IMethodSymbol method in RuleMethods.In(compilation, cancellation))
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
}
