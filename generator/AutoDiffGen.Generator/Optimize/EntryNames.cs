using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Uses a variable that changes from round to round itself, where a name was given to its content and all uses come before the next change.
/// </summary>
/// <example><code>
/// while (…) { y1 = y; t = y1 * y1; y = t + y1; }        →        while (…) { t = y * y; y = t + y; }
/// </code></example>
internal sealed class EntryNames
{
    private readonly Mutation _mutation;

    private EntryNames(Function function) => _mutation = Mutation.Of(function);

    public static Function Run(Function function) =>
        function with { Body = new EntryNames(function).Block(function.Body.ToList()).ToEquatableArray() };

    private List<Stmt> Block(List<Stmt> block)
    {
        for (int i = 0; i < block.Count; i++)
        {
            if (block[i] is Let { Value: Read { Place: LocalPlace { Var: var source } } } let && _mutation.IsMutable(source)
                && !let.Var.Type.IsStorage() && LastUse(block, i, let.Var, source) is { } last)
            {
                var renaming = new Renaming(let.Var, source);
                for (int j = i + 1; j <= last; j++)
                    block[j] = renaming.Visit(block[j]).Single();
                block.RemoveAt(i--);
            }
        }

        return block.Where(s => s is not Assign { Target: LocalPlace target, Value: Read { Place: LocalPlace value } } || target != value).Select(s => s switch
        {
            If branch => branch with { Then = Block(branch.Then.ToList()).ToEquatableArray(), Else = Block(branch.Else.ToList()).ToEquatableArray() },
            While loop => loop with { Body = Block(loop.Body.ToList()).ToEquatableArray() },
            For loop => loop with { Body = Block(loop.Body.ToList()).ToEquatableArray() },
            _ => s,
        }).ToList();
    }

    /// <summary>The last statement that uses the name; null where the variable has changed by then.</summary>
    private static int? LastUse(List<Stmt> block, int at, Var name, Var variable)
    {
        int last = at;
        for (int i = at + 1; i < block.Count; i++)
        {
            if (new[] { block[i] }.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Contains(name))
                last = i;
        }

        for (int i = at + 1; i <= last; i++)
        {
            // An assignment reads before it writes.
            bool writes = new[] { block[i] }.All().Any(s => s.Writes().Contains(variable));
            if (writes && (i < last || block[i] is not Assign))
                return null;
        }

        return last;
    }

    private sealed class Renaming(Var from, Var to) : Rewriter
    {
        public override Expr Visit(Expr expr) => expr is Read { Place: LocalPlace local } && local.Var == from ? to.Read : base.Visit(expr);
    }
}
