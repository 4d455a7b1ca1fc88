using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// A function ready to be differentiated: one exit, nothing overwritten, one operation a statement, and its end taken apart.
/// </summary>
/// <param name="Body">What comes before the end.</param>
/// <param name="Written">The by-reference parameters it changes, with their final values.</param>
/// <param name="Result">The value returned, an atom; null where nothing is, or where every path throws.</param>
internal sealed record Prepared(
    Function Function, EquatableArray<Stmt> Body, EquatableArray<WriteBack> Written, Expr? Result, Activity Activity, Plan Plan)
{
    /// <summary>Makes names that neither the function nor the derivative parameters <paramref name="reserved"/> have.</summary>
    public Names Names(IEnumerable<string> reserved) => new(Function.Names().Concat(reserved));

    /// <param name="inlined">The function, with one exit and without calls of methods that have bodies.</param>
    /// <param name="reserved">The names of the derivative's parameters: locals give way to them.</param>
    public static Prepared Of(Function inlined, IEnumerable<string> reserved, Plan plan)
    {
        Function versions = Versions.Run(CountedLoops.Run(ReferenceChoices.Run(Scoping.Required(inlined))), reserved);
        Function function = OwnStorage.Run(LocalRows.Run(NullChecks.Run(Normalize.Run(Coalesce.Run(HoistAllocations.Run(versions, plan.Has(Plan.HoistAllocations)), intoCarried: false)))));
        function = plan.Run(Plan.Extrema, Extrema.Run, function);
        List<Stmt> body = function.Body.ToList();
        Expr? result = null;
        if (body.Count > 0 && body[body.Count - 1] is Return ret)
        {
            result = ret.Value;
            body.RemoveAt(body.Count - 1);
        }

        var written = new List<WriteBack>();
        while (body.Count > 0 && body[body.Count - 1] is Assign { Target: ReferencePlace target } store)
        {
            written.Insert(0, new WriteBack(target.Parameter, store.Value));
            body.RemoveAt(body.Count - 1);
        }

        return new Prepared(function, body.ToEquatableArray(), written.ToEquatableArray(), result, Activity.Of(function), plan);
    }
}

/// <summary>A by-reference parameter and the value it has in the end, a variable or constant.</summary>
internal sealed record WriteBack(Var Parameter, Expr Value);
