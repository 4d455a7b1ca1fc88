using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Finds sums: a variable that a loop only adds to or subtracts from, and reads for nothing else. Its adjoint is the same in every round.
/// </summary>
/// <example><code>
/// { s1 = s;  t = x * i;  s2 = s1 + t;  s = s2; }        →        s is a sum: s, s1, s2
/// </code></example>
internal sealed class Accumulation
{
    private readonly HashSet<Var> _members = [];

    private Accumulation()
    {
    }

    /// <summary>The variables that hold the sum on its way through the loop's body, without the carried variable itself; null where it is none.</summary>
    public static IReadOnlyCollection<Var>? Of(Var carried, EquatableArray<Stmt> body)
    {
        var sum = new Accumulation();
        sum._members.Add(carried);
        Var? end = sum.Trace(body, carried);
        if (end != carried)
            return null;
        sum._members.Remove(carried);
        return sum._members;
    }

    /// <summary>Follows the sum through a block: the variable that holds it at the end; null where it is used for anything else.</summary>
    private Var? Trace(IEnumerable<Stmt> block, Var current)
    {
        foreach (Stmt stmt in block)
        {
            Var[] reads = new[] { stmt }.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Where(_members.Contains).ToArray();
            if (reads.Length == 0)
            {
                // Overwritten without being looked at.
                if (new[] { stmt }.All().Any(s => s is Assign && s.Writes().Contains(current)))
                    return null;
                continue;
            }

            if (reads.Any(r => r != current) || Step(stmt, current) is not { } next)
                return null;
            _members.Add(next);
            current = next;
        }

        return current;
    }

    private Var? Step(Stmt stmt, Var current)
    {
        switch (stmt)
        {
            case Let let:
                return IsPassedOn(let.Value, current) ? let.Var : null;
            case Declare { Value: { } value } declare:
                return IsPassedOn(value, current) ? declare.Var : null;
            case Assign { Target: LocalPlace target } assign:
                return IsPassedOn(assign.Value, current) ? target.Var : null;
            case While loop when !loop.Condition.Reads().Contains(current):
                return Trace(loop.Body, current) == current ? current : null;
            case For loop when !loop.Expressions().SelectMany(e => e.Reads()).Contains(current):
                return Trace(loop.Body, current) == current ? current : null;
            case If branch when !branch.Condition.Reads().Contains(current):
                Var? then = Arm(branch.Then);
                Var? otherwise = Arm(branch.Else);
                return then is null ? Thrown(branch.Then, otherwise) : otherwise is null ? Thrown(branch.Else, then) : then == otherwise ? then : null;
            default:
                return null;
        }

        Var? Arm(EquatableArray<Stmt> arm)
        {
            // Arms are traced apart: what one of them makes of the sum the other does not read.
            Var? end = Trace(arm, current);
            return end == current ? null : end;
        }

        static Var? Thrown(EquatableArray<Stmt> arm, Var? other) => arm.Completes() ? null : other;
    }

    private bool IsPassedOn(Expr value, Var current) => value switch
    {
        Read { Place: LocalPlace local } => local.Var == current,
        Binary { Op: BinaryOp.Add, Type: RealType } sum => Is(sum.Left) != Is(sum.Right),
        Binary { Op: BinaryOp.Subtract, Type: RealType } difference => Is(difference.Left) && !Is(difference.Right),
        _ => false,

        // Both operands are atoms: none of them reads the sum in another way.
    };

    private bool Is(Expr operand) => operand is Read { Place: LocalPlace local } && _members.Contains(local.Var);
}
