using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// Gives a start value to the variables that C# knows to be assigned but the IR does not. C# follows what conditions imply, so that
/// <c>if (a &amp;&amp; Try(out y)) use(y)</c> is fine; lowered to two branches on a temporary it no longer shows. No path reads the start value.
/// <c>Declare y; …</c> → <c>Declare y = 0; …</c>
/// </summary>
internal static class DefiniteAssignment
{
    public static Function Complete(Function function)
    {
        var flow = new Flow();
        flow.Run(function.Body, new State());
        return flow.ReadEarly.Count == 0 ? function : function with { Body = Rewrite(function.Body, flow.ReadEarly) };
    }

    private static EquatableArray<Stmt> Rewrite(EquatableArray<Stmt> body, HashSet<Var> early) => body.Select<Stmt, Stmt>(s => s switch
    {
        Declare { Value: null } declare when early.Contains(declare.Var) => declare with { Value = Constants.Zero(declare.Var.Type) },
        If branch => branch with { Then = Rewrite(branch.Then, early), Else = Rewrite(branch.Else, early) },
        Labelled block => block with { Body = Rewrite(block.Body, early) },
        Loop loop => loop with { Body = Rewrite(loop.Body, early) },
        _ => s,
    }).ToEquatableArray();

    /// <summary>The declared variables that may not have a value yet; null where control does not come.</summary>
    private readonly record struct State(HashSet<Var>? Unassigned, bool IsReached)
    {
        public State()
            : this([], true)
        {
        }

        public State Join(State other) =>
            !IsReached ? other : !other.IsReached ? this : new State([.. Unassigned!, .. other.Unassigned!], true);

        public State Copy() => IsReached ? new State([.. Unassigned!], true) : this;
    }

    private sealed class Flow
    {
        private readonly Dictionary<string, State> _exits = new(StringComparer.Ordinal);

        public HashSet<Var> ReadEarly { get; } = [];

        public State Run(IEnumerable<Stmt> statements, State state)
        {
            foreach (Stmt statement in statements)
            {
                if (!state.IsReached)
                    break;
                state = Step(statement, state);
            }

            return state;
        }

        private State Step(Stmt statement, State state)
        {
            HashSet<Var> unassigned = state.Unassigned!;
            switch (statement)
            {
                case Let let:
                    Reads(let.Value, unassigned);
                    return state;
                case Declare { Value: { } value }:
                    Reads(value, unassigned);
                    return state;
                case Declare declare:
                    unassigned.Add(declare.Var);
                    return state;
                case Allocate allocate:
                    foreach (Expr length in allocate.Lengths)
                        Reads(length, unassigned);
                    return state;
                case Assign assign:
                    Reads(assign.Value, unassigned);
                    foreach (Expr address in Walk.Addresses(assign.Target))
                        Reads(address, unassigned);
                    if (assign.Target is LocalPlace target)
                        unassigned.Remove(target.Var);
                    return state;
                case If branch:
                    Reads(branch.Condition, unassigned);
                    State then = Run(branch.Then, state.Copy());
                    return then.Join(Run(branch.Else, state));
                case Labelled block:
                    State end = Run(block.Body, state);
                    return _exits.TryGetValue(block.Label, out State left) ? end.Join(left) : end;
                case Loop loop:
                    // A second round finds assigned what the first one did.
                    Run(loop.Body, state);
                    return new State(null, false);
                case Exit exit:
                    _exits[exit.Label] = _exits.TryGetValue(exit.Label, out State known) ? known.Join(state) : state;
                    return new State(null, false);
                case Invoke invoke:
                    Arguments(invoke, unassigned);
                    return state;
                case Effect effect:
                    Reads(effect.Call, unassigned);
                    return state;
                case Return { Value: { } result }:
                    Reads(result, unassigned);
                    return new State(null, false);
                case Return:
                    return new State(null, false);
                case Throw thrown:
                    Reads(thrown.Exception, unassigned);
                    return new State(null, false);
                case LetSinCos sinCos:
                    Reads(sinCos.Angle, unassigned);
                    return state;
                default:
                    throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}.");
            }
        }

        private void Arguments(Invoke invoke, HashSet<Var> unassigned)
        {
            for (int i = 0; i < invoke.Arguments.Count; i++)
            {
                if (invoke.Arguments[i].Value is { } value)
                    Reads(value, unassigned);
                else if (invoke.Arguments[i].Place is ElementPlace element)
                    Reads(new Read(element), unassigned);
                else if (invoke.Arguments[i].Place is LocalPlace place && invoke.Function.Parameters[i].Mode != RefMode.Out)
                    Read(place.Var, unassigned);
            }

            foreach (Argument argument in invoke.Arguments)
            {
                if (argument.Place is LocalPlace place)
                    unassigned.Remove(place.Var);
            }
        }

        private void Read(Var variable, HashSet<Var> unassigned)
        {
            if (unassigned.Contains(variable))
                ReadEarly.Add(variable);
        }

        private void Reads(Expr expression, HashSet<Var> unassigned)
        {
            foreach (Var variable in expression.Reads())
                Read(variable, unassigned);
        }
    }
}
