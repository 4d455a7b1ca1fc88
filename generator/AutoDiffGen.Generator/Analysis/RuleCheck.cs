using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>Checks that every call whose arguments vary has the rules it takes, and may use them.</summary>
internal static class RuleCheck
{
    /// <param name="body">The method in normal form: one operation a statement.</param>
    public static EquatableArray<DiagnosticInfo> Run(MethodModel model, EquatableArray<Stmt> body, Activity activity, RuleSet rules)
    {
        var problems = new List<DiagnosticInfo>();
        var counts = new Dictionary<(string, Origin?), int>();
        foreach ((Call call, Origin? origin) in Calls(body, e => [e]).Where(c => c.Call.Type is RealType))
        {
            counts.TryGetValue((call.Function.Key, origin), out int index);
            counts[(call.Function.Key, origin)] = index + 1;
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                if (call.Arguments[i].Type is RealType && activity.Varies(call.Arguments[i]))
                    Check(call.Function, i, origin, index);
            }
        }

        // A function with a rule is called by its name; inlining its body instead would ignore the rule.
        foreach ((Call call, Origin? origin) in Calls(body, e => e.Tree()))
        {
            if (model.Helpers.Any(h => h.Function.Key == call.Function.Key && !h.IsReachable))
                Report(Descriptors.Inaccessible, model.Site(call.Function, origin), call.Function.Name, model.Function.Name);
        }

        return problems.Distinct().ToEquatableArray();

        void Check(FunctionRef function, int argument, Origin? origin, int index)
        {
            string name = $"{function.Container.Replace("global::", "")}.{function.Name}";
            if (rules.FindUser(function, argument) is { } user)
            {
                if (user.PrivateTo is not null && user.PrivateTo != model.Scope.TypeName
                    && !model.Scope.TypeName.StartsWith(user.PrivateTo + ".", StringComparison.Ordinal))
                    Report(Descriptors.InaccessibleRule, model.Site(function, origin, index), user.Method.Name, model.Function.Name);
            }
            else if (rules.FindTable(function, argument) is null)
            {
                if (rules.Knows(function))
                    Report(Descriptors.MissingPartial, model.Site(function, origin, index), name, function.Parameters[argument].Name);
                else
                    Report(Descriptors.NoRule, model.Site(function, origin, index), name);
            }
        }

        void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, CallSite site, params string[] words) =>
            problems.Add(new DiagnosticInfo(descriptor.Id, site.Location, words.Append(site.Chain).ToEquatableArray()));
    }

    private static IEnumerable<(Call Call, Origin? Origin)> Calls(EquatableArray<Stmt> body, Func<Expr, IEnumerable<Expr>> within) =>
        body.All().SelectMany(s => s.Expressions().SelectMany(within).OfType<Call>().Select(c => (c, s.Origin)));
}
