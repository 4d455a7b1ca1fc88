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
                case Let { Var.Type: not RealType } let:
                    done.Add(let with { Value = Inert(let.Value, let.Origin, done) });
                    break;
                case Let let:
                    done.Add(let with { Value = Operation(let.Value, let.Origin, done) });
                    break;
                case Declare { Value: not null, Var.Type: not RealType } declare:
                    done.Add(declare with { Value = Inert(declare.Value, declare.Origin, done) });
                    break;
                case Assign { Value.Type: not RealType } assign:
                    Place inertTarget = Target(assign.Target, assign.Origin, done);
                    done.Add(assign with { Target = inertTarget, Value = Inert(assign.Value, assign.Origin, done) });
                    break;
                case Declare { Value: not null } declare:
                    done.Add(declare with { Value = Operation(declare.Value, declare.Origin, done) });
                    break;
                case Assign { Target: LocalPlace } assign:
                    done.Add(assign with { Value = Operation(assign.Value, assign.Origin, done) });
                    break;
                case Assign assign:
                    // What is stored can be overwritten before the reverse sweep wants it; its name cannot.
                    Place target = Target(assign.Target, assign.Origin, done);
                    done.Add(assign with { Target = target, Value = Atom(assign.Value, assign.Origin, done) });
                    break;
                case Invoke invoke:
                    done.Add(invoke with { Arguments = invoke.Arguments.Select(a => a with { Value = Atom(a.Value!, invoke.Origin, done) }).ToEquatableArray() });
                    break;
                case Allocate allocate:
                    done.Add(allocate with { Lengths = allocate.Lengths.Select(l => Named(l, allocate.Origin, done)).ToEquatableArray() });
                    break;
                case While loop:
                    done.Add(loop with { Body = Block(loop.Body).ToEquatableArray() });
                    break;
                case For loop:
                    (Expr start, Expr end) = (Named(loop.Start, loop.Origin, done), Named(loop.End, loop.Origin, done));
                    done.Add(loop with { Start = start, End = end, Body = Block(loop.Body).ToEquatableArray() });
                    break;
                case Return { Value: not null } ret:
                    done.Add(ret with { Value = Atom(ret.Value, ret.Origin, done) });
                    break;
                case If branch:
                    Expr condition = Named(branch.Condition, branch.Origin, done);
                    done.Add(branch with { Condition = condition, Then = Block(branch.Then).ToEquatableArray(), Else = Block(branch.Else).ToEquatableArray() });
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
        if (expr.Type is not RealType)
            return Inert(expr, origin, before);
        if (expr.IsAtom())
            return expr;
        return expr switch
        {
            Read read => new Read(Target(read.Place, origin, before)),
            Unary unary => unary with { Operand = Atom(unary.Operand, origin, before) },
            Binary binary => binary with { Left = Atom(binary.Left, origin, before), Right = Atom(binary.Right, origin, before) },
            Convert convert => convert with { Operand = Atom(convert.Operand, origin, before) },
            Call call => call with { Arguments = call.Arguments.Select(a => Atom(a, origin, before)).ToEquatableArray() },
            StopGradient stop => new StopGradient(Atom(stop.Operand, origin, before)),
            Conditional => Atom(expr, origin, before),
            _ => throw Rewriter.Unknown(expr),
        };
    }

    /// <summary>As <see cref="Inert"/>, with a name for an element too: the reverse sweep wants what decided, and by then it may be overwritten.</summary>
    private Expr Named(Expr expr, Origin? origin, List<Stmt> before)
    {
        Expr inert = Inert(expr, origin, before);
        if (inert is not Read { Place: ElementPlace })
            return inert;
        var name = new Var(_names.Temporary(), inert.Type, VarRole.Temporary);
        before.Add(new Let(name, inert, origin));
        return name.Read;
    }

    /// <summary>An inert expression, with names for what it reads from storage and for the arrays it reads from.</summary>
    private Expr Inert(Expr expr, Origin? origin, List<Stmt> before)
    {
        if (!expr.Tree().Any(IsNamed))
            return expr;
        switch (expr)
        {
            case Read read:
                return new Read(Target(read.Place, origin, before));
            // What a reference is chosen by are names, and it stays one expression: a view of its shadow is made of it.
            case Conditional { Type: var type } choice when type.IsStorage():
                return choice;
            case Binary { Op: BinaryOp.AndAlso or BinaryOp.OrElse } binary when binary.Right.Tree().Any(IsNamed):
                bool isAnd = binary.Op == BinaryOp.AndAlso;
                var decided = new InertConst(isAnd ? "false" : "true", IrType.Bool);
                return Lazily(new Conditional(binary.Left, isAnd ? binary.Right : decided, isAnd ? decided : binary.Right));
            case Conditional choice when choice.WhenTrue.Tree().Concat(choice.WhenFalse.Tree()).Any(IsNamed):
                return Lazily(choice);
            default:
                return new Parts(this, origin, before).Inside(expr);
        }

        Expr Lazily(Conditional choice)
        {
            var chosen = new Var(_names.Temporary(), choice.Type, VarRole.Temporary);
            before.Add(new Declare(chosen, null, origin));
            Expr condition = Inert(choice.Condition, origin, before);
            before.Add(new If(condition, Arm(choice.WhenTrue), Arm(choice.WhenFalse), origin));
            return chosen.Read;

            EquatableArray<Stmt> Arm(Expr value)
            {
                var arm = new List<Stmt>();
                Expr inert = value.Type is RealType ? Operation(value, origin, arm) : Inert(value, origin, arm);
                arm.Add(new Assign(new LocalPlace(chosen), inert, origin));
                return arm.ToEquatableArray();
            }
        }
    }

    private static bool IsNamed(Expr expr) => expr is Read { Place: ElementPlace } or View or Length { Array: not Read { Place: LocalPlace } };

    /// <summary>A place in an array that has a name, with indices that read no storage.</summary>
    private Place Target(Place place, Origin? origin, List<Stmt> before)
    {
        if (place is not ElementPlace element)
            return place;
        Place array = element.Array;
        if (array is ElementPlace)
        {
            var row = new Var(_names.Fresh("row"), array.Type, VarRole.Temporary);
            before.Add(new Let(row, new Read(Target(array, origin, before)), origin));
            array = new LocalPlace(row);
        }

        return element with { Array = array, Indices = element.Indices.Select(i => Part(i, origin, before)).ToEquatableArray() };
    }

    /// <summary>An operand of an inert expression.</summary>
    private Expr Part(Expr expr, Origin? origin, List<Stmt> before)
    {
        Expr inert = Inert(expr, origin, before);
        if (inert is not (Read { Place: ElementPlace } or View))
            return inert;
        var named = new Var(_names.Temporary(), inert.Type, VarRole.Temporary);
        before.Add(new Let(named, inert, origin));
        return named.Read;
    }

    private sealed class Parts(Normalize pass, Origin? origin, List<Stmt> before) : Rewriter
    {
        public Expr Inside(Expr expr) => base.Visit(expr);

        public override Expr Visit(Expr expr) => pass.Part(expr, origin, before);
    }

    /// <summary>The expression as an atom; inert expressions are left whole.</summary>
    private Expr Atom(Expr expr, Origin? origin, List<Stmt> before)
    {
        if (expr.Type is not RealType)
            return Part(expr, origin, before);
        if (expr.IsAtom())
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
        Expr condition = Inert(choice.Condition, origin, done);
        done.Add(new If(condition, Arm(choice.WhenTrue), Arm(choice.WhenFalse), origin));

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
