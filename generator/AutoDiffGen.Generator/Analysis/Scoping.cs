using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Whether each variable is read where it has a content: what a block declares or sets is gone after it. Passes that move statements into
/// blocks must not leave readers behind, which would take the variable for one without a content, and that is 0: an error instead.
/// </summary>
/// <example><code>
/// if (c) { var y = x * x; }  return y;        →        an error of the generator
/// </code></example>
internal sealed class Scoping
{
    private readonly HashSet<Var> _known;
    private readonly HashSet<Var> _set;

    private Scoping(Function function)
    {
        _known = new HashSet<Var>(function.Parameters.Select(p => p.Var));
        // What is declared without a content, and set nowhere, is read as it is.
        _set = new HashSet<Var>(function.Body.All().Where(s => s is not Declare { Value: null }).SelectMany(s => s.Writes()));
    }

    /// <exception cref="InvalidOperationException">A variable is read outside of the block that sets it.</exception>
    public static Function Required(Function function)
    {
        new Scoping(function).Block(function.Body);
        return function;
    }

    /// <returns>What the block sets of variables that are declared around it.</returns>
    private List<Var> Block(EquatableArray<Stmt> block)
    {
        var set = new List<Var>();
        var declared = new HashSet<Var>();
        foreach (Stmt stmt in block)
        {
            if (stmt is For loop)
                Know(loop.Index);
            foreach (Var read in Reads(stmt))
            {
                if (_set.Contains(read) && !_known.Contains(read))
                    throw new InvalidOperationException($"'{read.Name}' is read where it has no content.");
            }

            // Also what one of two branches sets: the compiler has seen to it that the other one does too, or is not come from.
            foreach (Var written in stmt.Blocks().Select(Block).ToArray().SelectMany(b => b).Concat(stmt.Writes()))
                Know(written);
            if (stmt is Declare or Let or Allocate or LetSinCos or For)
                declared.UnionWith(stmt.Writes());
        }

        _known.ExceptWith(set);
        return set.Where(v => !declared.Contains(v)).ToList();

        void Know(Var variable)
        {
            if (_known.Add(variable))
                set.Add(variable);
        }
    }

    // What a call sets need not have had a content before.
    private static IEnumerable<Var> Reads(Stmt stmt) =>
        (stmt is Invoke invoke ? invoke.Arguments.Select(a => a.Value).OfType<Expr>() : stmt.Expressions()).SelectMany(e => e.Reads());
}
