using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Leaves written arrays as the method leaves them, where the reverse sweep puts elements of theirs back: their content is copied aside
/// between the sweeps, and copied back in the end.
/// </summary>
/// <example><code>
/// a[0] = x;  … pop a[0];  return;        →        a[0] = x;  final = copy of a;  … pop a[0];  a = copy of final;  return;
/// </code></example>
internal static class FinalContents
{
    private static readonly Origin Made = new(null, Sweep.Primal);

    /// <param name="turn">How many statements of the body come before the reverse sweep.</param>
    /// <param name="restored">The storages of which the reverse sweep puts elements back.</param>
    public static Function Run(Function function, int turn, Storages storages, IEnumerable<Var> restored)
    {
        var written = new HashSet<Var>(restored);
        // A variable for a read-only span may come to refer to an array that is written; what the parameter was given is not.
        Parameter[] parameters = function.Parameters
            .Where(p => p.Var.Type.IsStorage() && p.Var.Type is not SpanType { IsReadOnly: true } && written.Contains(storages.Of(p.Var))).ToArray();
        if (parameters.Length == 0)
            return function;

        var names = new Names(function.Names());
        List<Stmt> body = function.Body.ToList();
        int end = body.Count;
        while (end > turn && body[end - 1] is Return or Assign { Target: ReferencePlace })
            end--;
        foreach (Parameter parameter in parameters)
        {
            var final = new Var(names.Fresh("final"), new SpanType(parameter.Var.Type.Content(), IsReadOnly: false), VarRole.Temporary);
            body.Insert(end, Buffers.Copy(final, parameter.Var));
            body.InsertRange(turn, [new Allocate(final, [Buffers.Count(parameter.Var, function.Body.Take(turn))], Made), Buffers.Copy(parameter.Var, final)]);
            end += 2;
        }

        return function with { Body = body.ToEquatableArray() };
    }
}
