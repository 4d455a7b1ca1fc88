using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>Checks that every call whose arguments vary has the rules it takes, and may use them.</summary>
internal static class RuleCheck
{
    public static EquatableArray<DiagnosticInfo> Run(MethodModel model, Function inlined, RuleSet rules)
    {
        Transform.Prepared prepared = Transform.Prepared.Of(inlined, []);
        var problems = new List<DiagnosticInfo>();
        var counts = new Dictionary<(string, Origin?), int>();
        foreach ((Call call, Origin? origin) in Calls(prepared.Body, e => [e]).Where(c => c.Call.Type is RealType))
        {
            counts.TryGetValue((call.Function.Key, origin), out int index);
            counts[(call.Function.Key, origin)] = index + 1;
            CallSite site = model.Site(call.Function, origin, index);
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                if (call.Arguments[i].Type is RealType && prepared.Activity.Varies(call.Arguments[i]))
                    Check(call.Function, i, site);
            }
        }

        // A function with a rule is called by its name; inlining its body instead would ignore the rule.
        foreach ((Call call, Origin? origin) in Calls(inlined.Body, e => e.Tree()))
        {
            FunctionRef function = call.Function;
            CallSite site = model.Site(function, origin);
            if (model.Helpers.Any(h => h.Function.Key == function.Key && !h.IsReachable))
                problems.Add(new DiagnosticInfo(Descriptors.Inaccessible.Id, site.Location, [function.Name, model.Function.Name, site.Chain]));
        }

        return problems.Distinct().ToEquatableArray();

        void Check(FunctionRef function, int argument, CallSite site)
        {
            string name = $"{function.Container.Replace("global::", "")}.{function.Name}";
            if (rules.FindUser(function, argument) is { } user)
            {
                if (user.PrivateTo is not null && user.PrivateTo != model.Scope.TypeName
                    && !model.Scope.TypeName.StartsWith(user.PrivateTo + ".", StringComparison.Ordinal))
                    problems.Add(new DiagnosticInfo(Descriptors.InaccessibleRule.Id, site.Location, [user.Method.Name, model.Function.Name, site.Chain]));
            }
            else if (rules.FindTable(function, argument) is null)
            {
                problems.Add(rules.Knows(function)
                    ? new DiagnosticInfo(Descriptors.MissingPartial.Id, site.Location, [name, function.Parameters[argument].Name, site.Chain])
                    : new DiagnosticInfo(Descriptors.NoRule.Id, site.Location, [name, site.Chain]));
            }
        }
    }

    private static IEnumerable<(Call Call, Origin? Origin)> Calls(EquatableArray<Stmt> body, Func<Expr, IEnumerable<Expr>> within) =>
        body.All().SelectMany(s => s.Expressions().SelectMany(within).OfType<Call>().Select(c => (c, s.Origin)));
}
