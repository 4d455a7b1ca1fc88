using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Reads what the method is passed by reference before the first derivative is stored, so that a derivative may be stored where an
/// argument was: <c>F_Grad(in x, in y, out x, out y)</c>.
/// </summary>
/// <example><code>
/// dx = y;  dy = x;  return result;        →        dy1 = x;  dx = y;  dy = dy1;  return result;
/// </code></example>
internal static class StoresLast
{
    /// <param name="derivative">A derivative that stores at its end.</param>
    /// <param name="method">The method it is the derivative of.</param>
    public static Function Run(Function derivative, Function method)
    {
        var references = new HashSet<Var>(method.Parameters.Where(p => p.Mode != RefMode.Value).Select(p => p.Var));
        List<Stmt> body = derivative.Body.ToList();
        int first = body.FindIndex(s => s is Assign { Target: ReferencePlace target } && !references.Contains(target.Parameter));
        if (references.Count == 0 || first < 0)
            return derivative;

        var names = new Names(derivative.Names());
        var before = new List<Stmt>();
        var after = new List<Stmt>();
        foreach (Stmt stmt in body.Skip(first))
        {
            switch (stmt)
            {
                case Assign { Target: ReferencePlace target } store when after.Count > 0:
                    after.Add(store with { Value = Stored(store.Value, target.Parameter, store.Origin) });
                    break;
                case Assign { Target: ReferencePlace }:
                    after.Add(stmt);
                    break;
                case Return { Value: not null } ret:
                    after.Add(ret with { Value = Early(ret.Value, "result", new Origin(null, Sweep.Primal)) });
                    break;
                case Return:
                    after.Add(stmt);
                    break;
                default:
                    before.Add(stmt);
                    break;
            }
        }

        return derivative with { Body = body.Take(first).Concat(before).Concat(after).ToEquatableArray() };

        // `dx += …` reads dx when its turn comes: another derivative may be collected in the same variable.
        Expr Stored(Expr value, Var target, Origin? origin) =>
            value is Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Left: Read { Place: LocalPlace own } } sum && own.Var == target
                ? sum with { Right = Early(sum.Right, target.Name, origin) }
                : Early(value, target.Name, origin);

        Expr Early(Expr value, string name, Origin? origin)
        {
            if (!value.Reads().Any(references.Contains))
                return value;
            var read = new Var(names.Fresh(name), value.Type, VarRole.Derivative);
            before.Add(new Let(read, value, origin));
            return read.Read;
        }
    }
}
