using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Names every real intermediate value: afterwards each real-valued statement is one operation on variables and constants, and a
/// conditional value is an <see cref="If"/>, so that the arm not taken contributes nothing. What carries no derivative stays as it is.
/// </summary>
/// <example><code>
/// z = Math.Sin(x) * y;        →        t0 = Math.Sin(x);  z = t0 * y;
/// z = c ? x : y;              →        if (c) z = x; else z = y;
/// </code></example>
internal sealed class Normalize
{
    private readonly Names _names;

    private Normalize(Names names) => _names = names;

    public static Function Run(Function function)
    {
        var pass = new Normalize(new Names(function.Names()));
        return function with { Body = pass.Block(function.Body).ToEquatableArray() };
    }

    private List<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            switch (stmt)
            {
                case Let { Value: Conditional { Type: RealType } choice } let:
                    done.Add(new Declare(let.Var, null, let.Origin));
                    Choose(choice, new LocalPlace(let.Var), let.Origin, done);
                    break;
                case Let let:
                    done.Add(let with { Value = Operation(let.Value, let.Origin, done) });
                    break;
                case Declare { Value: not null } declare:
                    done.Add(declare with { Value = Operation(declare.Value, declare.Origin, done) });
                    break;
                case Assign { Target: LocalPlace } assign:
                    done.Add(assign with { Value = Operation(assign.Value, assign.Origin, done) });
                    break;
                case Assign assign:
                    // What is stored can be overwritten before the reverse sweep wants it; its name cannot.
                    done.Add(assign with { Value = Atom(assign.Value, assign.Origin, done) });
                    break;
                case Return { Value: not null } ret:
                    done.Add(ret with { Value = Atom(ret.Value, ret.Origin, done) });
                    break;
                case If branch:
                    done.Add(branch with { Then = Block(branch.Then).ToEquatableArray(), Else = Block(branch.Else).ToEquatableArray() });
                    break;
                default:
                    done.Add(stmt);
                    break;
            }
        }

        return done;
    }

    /// <summary>The expression as one operation on atoms.</summary>
    private Expr Operation(Expr expr, Origin? origin, List<Stmt> before)
    {
        if (expr.Type is not RealType || expr.IsAtom())
            return expr;
        return expr switch
        {
            Read => expr,
            Unary unary => unary with { Operand = Atom(unary.Operand, origin, before) },
            Binary binary => binary with { Left = Atom(binary.Left, origin, before), Right = Atom(binary.Right, origin, before) },
            Convert convert => convert with { Operand = Atom(convert.Operand, origin, before) },
            Call call => call with { Arguments = call.Arguments.Select(a => Atom(a, origin, before)).ToEquatableArray() },
            StopGradient stop => new StopGradient(Atom(stop.Operand, origin, before)),
            Conditional => Atom(expr, origin, before),
            _ => throw Rewriter.Unknown(expr),
        };
    }

    /// <summary>The expression as an atom; inert expressions are left whole.</summary>
    private Expr Atom(Expr expr, Origin? origin, List<Stmt> before)
    {
        if (expr.Type is not RealType || expr.IsAtom())
            return expr;

        if (expr is Conditional choice)
        {
            var chosen = new Var(_names.Temporary(), expr.Type, VarRole.Temporary);
            before.Add(new Declare(chosen, null, origin));
            Choose(choice, new LocalPlace(chosen), origin, before);
            return chosen.Read;
        }

        Expr operation = Operation(expr, origin, before);
        var named = new Var(_names.Temporary(), expr.Type, VarRole.Temporary);
        before.Add(new Let(named, operation, origin));
        return named.Read;
    }

    private void Choose(Conditional choice, LocalPlace target, Origin? origin, List<Stmt> done)
    {
        done.Add(new If(choice.Condition, Arm(choice.WhenTrue), Arm(choice.WhenFalse), origin));

        EquatableArray<Stmt> Arm(Expr value)
        {
            var arm = new List<Stmt>();
            if (value is Conditional nested)
                Choose(nested, target, origin, arm);
            else
                arm.Add(new Assign(target, Operation(value, origin, arm), origin));
            return arm.ToEquatableArray();
        }
    }
}
