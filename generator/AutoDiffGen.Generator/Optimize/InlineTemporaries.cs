using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>Puts a value that is used once where it is used, as a person would write it. The user's own locals stay.</summary>
/// <example><code>
/// t0 = x * y;  z = t0 + 1;        →        z = x * y + 1;
/// </code></example>
internal sealed class InlineTemporaries
{
    /// <summary>Past this an expression is harder to read than two.</summary>
    private const int MaxSize = 22;

    private readonly Mutation _mutation;
    private readonly IntegerOperands _integers;
    private readonly Dictionary<Var, int> _reads;

    private InlineTemporaries(Function function)
    {
        _mutation = Mutation.Of(function);
        _integers = IntegerOperands.Of(function);
        _reads = function.Body.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads())
            .GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
    }

    public static Function Run(Function function) =>
        function with { Body = new InlineTemporaries(function).Block(function.Body.ToList()).ToEquatableArray() };

    private List<Stmt> Block(List<Stmt> block)
    {
        // Forwards, so that a chain of temporaries folds into its last use.
        var uses = new Lazy<UsesInBlock>(() => new UsesInBlock(block, _reads, _mutation));
        var kept = new List<Stmt>();
        for (int i = 0; i < block.Count; i++)
        {
            if (block[i] is Let let && (let.Var.Role is VarRole.Temporary or VarRole.Derivative || IsRenamed(let, block, i + 1)) && _reads.TryGetValue(let.Var, out int reads) && reads == 1
                && !_integers.Keep(let.Var, let.Value) && Move(let, block, i, uses.Value) is { } moved)
            {
                (int at, Stmt rebuilt) = moved;
                block[at] = rebuilt;
                uses.Value.Moved(let, at, rebuilt);
            }
            else
            {
                kept.Add(block[i]);
            }
        }

        return kept.Select(s => s switch
        {
            If branch => branch with { Then = Block(branch.Then.ToList()).ToEquatableArray(), Else = Block(branch.Else.ToList()).ToEquatableArray() },
            While loop => loop with { Body = Block(loop.Body.ToList()).ToEquatableArray() },
            For loop => loop with { Body = Block(loop.Body.ToList()).ToEquatableArray() },
            _ => s,
        }).ToList();
    }

    /// <summary>Whether the next that happens to a local is that it gets a variable that may change, of the same name but for a number.</summary>
    private static bool IsRenamed(Let let, List<Stmt> block, int from) =>
        block.Skip(from).Take(4).Any(s => s is Declare { Value: Read { Place: LocalPlace local } } && local.Var == let.Var);

    /// <summary>The statement that uses the value, with the value in it; null where moving it there would change it or read badly.</summary>
    private (int At, Stmt Rebuilt)? Move(Let let, List<Stmt> block, int from, UsesInBlock uses)
    {
        // References stay named: elements are reached through a variable.
        if (let.Var.Type.IsStorage() || uses.Of(let.Var) is not { } at || at <= from)
            return null;
        bool stable = _mutation.IsStable(let.Value);
        if (!stable && at > from + 1 && (uses.MayChange(let.Value, from, at) || let.Value.Tree().Any(e => e is Read { Place: FieldPlace or ReferencePlace })))
            return null;

        Stmt user = block[at];
        Expr[] evaluated = user.Expressions().ToArray();
        // The one read is in the only expression, or else in a block inside: no need to look through it.
        Expr? host = evaluated.Length == 1 && !user.Blocks().Any() ? evaluated[0] : evaluated.FirstOrDefault(e => e.Reads().Contains(let.Var));
        if (host is not null)
        {
            // What is returned keeps its name and its place before the reverse sweep; a condition is evaluated in every round.
            return user is not (Return or While) && (user is not For || (stable && let.Value.Type is InertType)) && Fits(let.Value, host)
                ? (at, new Substitution(let).Visit(user).Single().From(let.Origin))
                : null;
        }

        // Into a branch: only what does not change on the way. Not into a loop, which would do it again in every round.
        if (!stable || new[] { user }.All().Any(s => s is While or For))
            return null;
        Expr nested = new[] { user }.All().SelectMany(s => s.Expressions()).First(e => e.Reads().Contains(let.Var));
        return Fits(let.Value, nested) ? (at, new Substitution(let).Visit(user).Single()) : null;
    }

    private static bool Fits(Expr value, Expr host)
    {
        // No need to count to the end: a sum of thousands of terms would be counted for each of them.
        if (value.Tree().Concat(host.Tree()).Take(MaxSize + 1).Count() > MaxSize)
            return false;

        // A choice inside a larger expression is hard to read; a choice that is the whole value is not.
        return value is not Conditional || host is Read;
    }

    private sealed class Substitution(Let let) : Rewriter
    {
        public override Expr Visit(Expr expr) =>
            expr is Read { Place: LocalPlace local } && local.Var == let.Var ? let.Value : base.Visit(expr);
    }
}
