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
        foreach (Call call in body.All().SelectMany(s => s.Expressions()).OfType<Call>().Where(c => c.Type is RealType))
        {
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                if (call.Arguments[i].Type is RealType && activity.Varies(call.Arguments[i]))
                    Check(call.Function, i);
            }
        }

        // A function with a rule is called by its name; inlining its body instead would ignore the rule.
        foreach (FunctionRef function in body.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).OfType<Call>().Select(c => c.Function))
        {
            if (model.Helpers.Any(h => h.Function.Key == function.Key && !h.IsReachable))
                problems.Add(new DiagnosticInfo(Descriptors.Inaccessible.Id, Site(function), [function.Name, model.Function.Name, ""]));
        }

        return problems.Distinct().ToEquatableArray();

        void Check(FunctionRef function, int argument)
        {
            string name = $"{function.Container.Replace("global::", "")}.{function.Name}";
            if (rules.FindUser(function, argument) is { } user)
            {
                if (user.PrivateTo is not null && user.PrivateTo != model.Scope.TypeName
                    && !model.Scope.TypeName.StartsWith(user.PrivateTo + ".", StringComparison.Ordinal))
                    problems.Add(new DiagnosticInfo(Descriptors.InaccessibleRule.Id, Site(function), [user.Method.Name, model.Function.Name]));
            }
            else if (rules.FindTable(function, argument) is null)
            {
                problems.Add(rules.Knows(function)
                    ? new DiagnosticInfo(Descriptors.MissingPartial.Id, Site(function), [name, function.Parameters[argument].Name, ""])
                    : new DiagnosticInfo(Descriptors.NoRule.Id, Site(function), [name, ""]));
            }
        }

        LocationInfo Site(FunctionRef function)
        {
            foreach (CallSite site in model.Calls)
            {
                if (site.Key == function.Key)
                    return site.Location;
            }

            return model.Name;
        }
    }
}
