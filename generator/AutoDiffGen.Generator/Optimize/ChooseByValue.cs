using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>Writes a branch that only chooses a value as one.</summary>
/// <example><code>
/// double y;  if (c) y = a; else y = b;        →        double y = c ? a : b;
/// </code></example>
internal static class ChooseByValue
{
    private const int MaxSize = 14;

    public static Function Run(Function function) => function with { Body = Block(function.Body) };

    private static EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            Stmt rebuilt = stmt switch
            {
                If inner => inner with { Then = Block(inner.Then), Else = Block(inner.Else) },
                While loop => loop with { Body = Block(loop.Body) },
                For loop => loop with { Body = Block(loop.Body) },
                _ => stmt,
            };
            if (rebuilt is If branch && Chosen(branch) is { } chosen)
            {
                int declared = done.FindLastIndex(s => s is Declare { Value: null } declare && declare.Var == chosen.Target);
                if (declared >= 0)
                {
                    done.RemoveAt(declared);
                    done.Add(new Let(chosen.Target, chosen.Value, branch.Origin).From(chosen.Origin));
                    continue;
                }

                // Declared further out: one assignment of the choice.
                rebuilt = new Assign(new LocalPlace(chosen.Target), chosen.Value, branch.Origin).From(chosen.Origin);
            }

            done.Add(rebuilt);
        }

        return done.ToEquatableArray();
    }

    private static (Var Target, Conditional Value, Origin? Origin)? Chosen(If branch)
    {
        if (branch.Then.Count != 1 || branch.Else.Count != 1
            || branch.Then[0] is not Assign { Target: LocalPlace a } then || branch.Else[0] is not Assign { Target: LocalPlace b } otherwise || a != b)
            return null;
        var value = new Conditional(branch.Condition, then.Value, otherwise.Value);
        bool plain = !then.Value.Tree().Any(e => e is Conditional) && (otherwise.Value is Conditional last
            ? !last.Children().SelectMany(c => c.Tree()).Any(e => e is Conditional)
            : !otherwise.Value.Tree().Any(e => e is Conditional));
        bool selfRead = value.Reads().Contains(a.Var);
        return plain && !selfRead && value.Tree().Count() <= MaxSize ? (a.Var, value, then.Origin?.Text is null ? otherwise.Origin : then.Origin) : null;
    }
}
