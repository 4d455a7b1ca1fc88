using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.BackEnd;

/// <summary>The documentation of each generated member.</summary>
internal static class Describe
{
    public static Member Gradient(MethodModel model, Function function) => new(
        function,
        $"The value of <see cref=\"{model.Cref}\"/> and its gradient.",
        Remarks(model, function),
        Parameters(model, function, name => $"The derivative of the result by <paramref name=\"{name}\"/>; overwritten."),
        "The value, to the last bit.");

    public static Member Vjp(MethodModel model, Function function) => new(
        function,
        $"Accumulates the vector-Jacobian product of <see cref=\"{model.Cref}\"/>: the adjoints of its results times its derivatives.",
        Remarks(model, function),
        Parameters(model, function, name => model.Function.Parameters.First(p => p.Var.Name == name).Mode switch
        {
            RefMode.Ref => $"The adjoint of <paramref name=\"{name}\"/>: of its final content on entry, of its initial content on return.",
            RefMode.Out => $"The adjoint of <paramref name=\"{name}\"/> on entry, 0 on return.",
            _ => $"The adjoint of <paramref name=\"{name}\"/>; added to.",
        }),
        null);

    private static EquatableArray<ParameterDoc> Parameters(MethodModel model, Function function, Func<string, string> derivative)
    {
        var docs = new List<ParameterDoc>();
        foreach (Parameter parameter in model.Function.Parameters)
            docs.Add(new ParameterDoc(parameter.Var.Name, $"As in <see cref=\"{model.Cref}\"/>."));

        // The derivative parameters come last, one for each active parameter that has one, in order.
        int first = model.Function.Parameters.Count;
        int count = function.Parameters.Count - first;
        var active = model.Function.Parameters.Where(p => p.Active).ToList();
        if (active.Count > count)
            active.RemoveAll(p => p.Mode == RefMode.Out);
        int extra = count - active.Count;
        for (int i = 0; i < extra; i++)
            docs.Add(new ParameterDoc(function.Parameters[first + i].Var.Name, Seed(model.Function.Result)));
        for (int i = 0; i < active.Count; i++)
            docs.Add(new ParameterDoc(function.Parameters[first + extra + i].Var.Name, derivative(active[i].Var.Name)));
        return docs.ToEquatableArray();
    }

    private static string Seed(IrType result) => result switch
    {
        RealType => "The adjoint of the result.",
        ArrayType => "The adjoints of the result's elements.",
        _ => "Not used: the result carries no derivative.",
    };

    private static string Remarks(MethodModel model, Function function)
    {
        string active = string.Join(", ", model.Function.Parameters.Where(p => p.Active && p.Mode != RefMode.Out).Select(p => p.Var.Name));
        string[] kept = Kept(function).Distinct().ToArray();
        return kept.Length == 0
            ? $"Active: {active}. Nothing is kept for the reverse sweep."
            : $"Active: {active}. Kept for the reverse sweep: {string.Join(", ", kept)}.";
    }

    /// <summary>The values of the forward sweep that the reverse sweep reads, and those that are recorded for it on stacks.</summary>
    private static IEnumerable<string> Kept(Function function)
    {
        var forward = new HashSet<Var>(function.Body.All().Where(s => s is not If && s.Origin is null or { Sweep: Sweep.Primal }).SelectMany(s => s.Writes())
            .Where(v => v.Role is VarRole.Local or VarRole.Temporary && v.Type is RealType));
        return function.Body.All().Where(s => s.Origin is { Sweep: Sweep.Reverse }).SelectMany(s => s.Expressions())
            .SelectMany(e => e.Reads()).Where(forward.Contains)
            .Concat(function.Nested.Prepend(function).SelectMany(f => f.Body.All()).OfType<Push>().SelectMany(p => p.Value.Reads())).Select(v => v.Name);
    }
}
