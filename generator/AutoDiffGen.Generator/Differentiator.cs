using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.BackEnd;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator;

/// <summary>The generated file of a method, or why there is none.</summary>
internal sealed record Differentiated(string HintName, string? Text, EquatableArray<DiagnosticInfo> Problems);

/// <summary>From a method's model to the text of its derivatives: pure, so that its result can be cached and its errors reported by the analyzer.</summary>
internal static class Differentiator
{
    public static Differentiated Run(MethodModel model, RuleSet rules, bool optimize, CancellationToken cancellation) =>
        Run(model, rules, optimize ? Plan.Full : Plan.Bare, cancellation);

    public static Differentiated Run(MethodModel model, RuleSet rules, Plan plan, CancellationToken cancellation)
    {
        try
        {
            return AmpleStack.Run(() => Checkpoint.Run(() => Derive(model, rules, plan), cancellation));
        }
        catch (InsufficientExecutionStackException)
        {
            var problem = new DiagnosticInfo(Descriptors.TooLarge.Id, model.Name, [model.Function.Name, "its code is nested too deeply"]);
            return new Differentiated(model.HintName, null, [problem]);
        }
        catch (UnsupportedException unsupported)
        {
            IEnumerable<Function> bodies = model.Helpers.Select(h => h.Body).OfType<Function>().Append(model.Function);
            var given = new HashSet<string>(
                bodies.SelectMany(f => f.Parameters.Select(p => p.Var).Concat(f.Body.All().SelectMany(s => s.Writes()))).Where(v => v.Role != VarRole.Temporary).Select(v => v.Name),
                StringComparer.Ordinal);
            StatementSite site = model.Site(unsupported.At);
            var problem = new DiagnosticInfo(Descriptors.UnsupportedConstruct.Id, site.Location, [unsupported.Words(given), site.Chain]);
            return new Differentiated(model.HintName, null, [problem]);
        }
    }

    private static Differentiated Derive(MethodModel model, RuleSet rules, Plan plan)
    {
        (Function inlined, EquatableArray<DiagnosticInfo> problems) = Inline.Run(model, rules);
        Recursion recursion = problems.IsEmpty ? Recursion.Of(model, rules, inlined) : Recursion.None;
        if (problems.IsEmpty)
            problems = recursion.Problems;
        if (problems.IsEmpty)
        {
            problems = recursion.Methods.Prepend(inlined).Select(f => Prepared.Of(f, [], plan))
                .SelectMany(p => RuleCheck.Run(model, p.Body, p.Activity, rules)).Distinct().ToEquatableArray();
        }

        if (!problems.IsEmpty)
            return new Differentiated(model.HintName, null, problems);

        var members = new List<Member>();
        if ((model.Emit & DerivativeSet.Gradient) != 0)
        {
            if (model.Function.Result is RealType)
                members.Add(Describe.Gradient(model, Finish(Gradient.Run(inlined, rules, recursion, plan), recursion, model, rules, plan)));
            members.Add(Describe.Vjp(model, Finish(Vjp.Run(inlined, rules, recursion, plan), recursion, model, rules, plan)));
        }

        return new Differentiated(model.HintName, FilePrinter.Print(model, members), []);
    }

    private static Function Finish(Reversed derivative, Recursion recursion, MethodModel model, RuleSet rules, Plan plan)
    {
        Function kept = Keep.Run(derivative, plan) with { Nested = recursion.Functions(rules, plan) };
        return kept.Each(recursion.Name)
            .Each(f => plan.Run(Plan.PrettyNames, p => PrettyNames.Run(p, model), StoresLast.Run(Optimizer.Run(f, plan), model.Function)))
            .WithoutUncalled();
    }
}
