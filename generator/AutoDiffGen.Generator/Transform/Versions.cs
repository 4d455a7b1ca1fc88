using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Gives every assignment of a scalar a variable of its own, so that no value is ever overwritten and the reverse sweep finds them all.
/// Where branches leave different versions, a variable declared before the branch takes the one of the path taken.
/// By-reference parameters become values too: written back before each throw and guard and at the end, which callers cannot tell
/// apart because the generated code refuses arguments that overlap.
/// </summary>
/// <example><code>
/// y = x;                   y = x;
/// y *= 2;            →     y1 = y * 2;
/// if (c) y = 0;            if (c) y2 = 0; else y2 = y1;
/// return y;                return y2;
/// </code></example>
internal sealed class Versions
{
    private readonly Names _names;
    private readonly HashSet<Var> _noted = [];
    private readonly List<Var> _variables = [];
    private readonly Dictionary<Var, Var> _initial = [];
    private readonly Allocations _allocations;

    /// <summary>References that a loop gives elements first: after it, nobody knows which.</summary>
    private readonly HashSet<Var> _lost = [];
    private readonly EquatableArray<Parameter> _references;

    private Versions(Function function, IEnumerable<string> reserved)
    {
        // A local's first version takes the local's own name, so only parameters are spoken for.
        _names = new Names(function.Parameters.Select(p => p.Var.Name).Concat(reserved));
        _allocations = new Allocations(_names);
        _references = function.Parameters.Where(p => p.Mode is RefMode.Ref or RefMode.Out).ToEquatableArray();
    }

    /// <param name="reserved">Names that no version may take.</param>
    public static Function Run(Function function, IEnumerable<string> reserved)
    {
        var versions = new Versions(function, reserved);
        var current = new Dictionary<Var, Var>();
        var entry = new List<Stmt>();

        // A guard or a call in the middle, which may throw, sees to it that the parameters are written there: then the initial content needs a
        // name of its own.
        bool isWrittenEarly = function.Body.All().Any(s => s is Invoke || (s is Effect && !Guards.IsOurs(s)));
        var written = new HashSet<Var>(function.Body.All().SelectMany(s => s is Invoke call ? call.Arguments.Select(a => a.Place) : [(s as Assign)?.Target])
            .OfType<ReferencePlace>().Select(r => r.Parameter));
        foreach (Parameter parameter in function.Parameters)
        {
            versions.Note(parameter.Var);
            if (parameter.Mode == RefMode.Out)
                continue;
            current[parameter.Var] = parameter.Var;
            if (isWrittenEarly && parameter.Mode == RefMode.Ref && written.Contains(parameter.Var))
                entry.Add(new Let(versions.Define(parameter.Var, current, () => parameter.Var.Read, out Expr initial), initial));
            versions._initial[parameter.Var] = current[parameter.Var];
        }

        EquatableArray<Stmt> body = entry.Concat(versions.Block(function.Body, current)).ToEquatableArray();
        foreach (Var row in LocalRows.Handled(body))
            versions._allocations.Handle(row);
        return function with { Body = versions._allocations.WithHandles(body) };
    }

    private List<Stmt> Block(EquatableArray<Stmt> block, Dictionary<Var, Var> current)
    {
        var done = new List<Stmt>();
        bool goesOn = true;
        foreach (Stmt stmt in block)
        {
            // Nothing is known of variables where nobody comes.
            if (!goesOn)
                break;
            var reads = new ReadCurrent(current, stmt.Origin);
            switch (stmt)
            {
                case Declare { Value: null } declare:
                    Note(declare.Var);
                    current.Remove(declare.Var);
                    break;

                case Declare declare:
                    done.Add(new Let(Define(declare.Var, current, () => reads.Visit(declare.Value!), out Expr value), value, declare.Origin));
                    break;

                case Let let:
                    done.Add(new Let(Define(let.Var, current, () => reads.Visit(let.Value), out value), value, let.Origin));
                    break;

                case Assign { Target: LocalPlace or ReferencePlace } assign:
                    done.Add(new Let(Define(assign.Target.Root()!, current, () => reads.Visit(assign.Value), out value), value, assign.Origin));
                    break;

                case If branch:
                    goesOn = Branch(branch, reads, current, done);
                    break;

                case While loop:
                    Carried inWhile = Carry(loop.Body, current, loop.Origin, done);
                    Expr condition = new ReadCurrent(current).Visit(loop.Condition);
                    EquatableArray<Stmt> whileRound = Round(loop.Body, inWhile, current, loop.Origin);
                    done.AddRange(inWhile.References.Before);
                    done.Add(loop with { Condition = condition, Body = whileRound });
                    Leave(inWhile, current, done);
                    break;

                case For loop:
                    (Expr start, Expr end) = (reads.Visit(loop.Start), reads.Visit(loop.End));
                    Carried inFor = Carry(loop.Body, current, loop.Origin, done);
                    Expr? go = loop.Go is null ? null : new ReadCurrent(current).Visit(loop.Go);
                    Note(loop.Index);
                    Var index = inFor.Inside[loop.Index] = NewVersion(loop.Index);
                    EquatableArray<Stmt> forRound = Round(loop.Body, inFor, current, loop.Origin);
                    done.AddRange(inFor.References.Before);
                    done.Add(loop with { Index = index, Start = start, End = end, Go = go, Body = forRound });
                    Leave(inFor, current, done);
                    break;

                case Allocate allocate:
                    EquatableArray<Expr> lengths = reads.Visit(allocate.Lengths);
                    Note(allocate.Var);
                    Var? handle = allocate.Handle is null ? null : NewVersion(allocate.Handle);
                    var created = new Allocate(current[allocate.Var] = NewVersion(allocate.Var), lengths, allocate.Origin, handle);
                    _allocations.Add(created);
                    done.Add(created);
                    break;

                case Invoke invoke:
                    WriteBack(current, invoke.Origin, done);
                    Call(invoke, current, done);
                    break;

                case Throw thrown:
                    WriteBack(current, thrown.Origin, done);
                    done.AddRange(reads.Visit(thrown));
                    goesOn = false;
                    break;

                case Return ret:
                    WriteBack(current, ret.Origin, done);
                    done.AddRange(reads.Visit(ret));
                    goesOn = false;
                    break;

                case Effect guard:
                    if (!Guards.IsOurs(guard))
                        WriteBack(current, guard.Origin, done);
                    done.AddRange(reads.Visit(guard));
                    break;

                case Assign:
                    done.AddRange(reads.Visit(stmt));
                    break;

                default:
                    throw Rewriter.Unknown(stmt);
            }
        }

        return done;
    }

    /// <summary>What a call writes gets a variable of its own, which holds the old content before and the new one after.</summary>
    private void Call(Invoke invoke, Dictionary<Var, Var> current, List<Stmt> done)
    {
        var reads = new ReadCurrent(new Dictionary<Var, Var>(current));
        var arguments = new List<Argument>();
        var stores = new List<Stmt>();
        Argument[] references = invoke.Arguments.Where(a => a.Place is { } p && !p.Type.IsStorage()).ToArray();
        bool isWritten = invoke.Function.Parameters.Any(p => p.Mode is RefMode.Ref or RefMode.Out);
        if (isWritten && references.GroupBy(a => a.Place is ElementPlace element ? element.Array : a.Place).Any(g => g.Count() > 1))
            throw new UnsupportedException($"One variable passed by reference twice to '{invoke.Function.Name}', which calls itself,", invoke.Origin);
        if (references.Any(a => a.Place is ElementPlace) && invoke.Arguments.Any(a => (a.Place?.Type ?? a.Value!.Type).IsStorage()))
            throw new UnsupportedException($"An element passed by reference along with an array to '{invoke.Function.Name}', which calls itself,", invoke.Origin);
        for (int i = 0; i < invoke.Arguments.Count; i++)
        {
            Argument argument = invoke.Arguments[i];
            if (argument.Place is { } readOnly && invoke.Function.Parameters[i].Mode == RefMode.In)
            {
                arguments.Add(new Argument(reads.Visit(new Read(readOnly)), null));
                continue;
            }

            if (argument.Place is not { } place || place.Type.IsStorage())
            {
                Expr value = reads.Visit(argument.Value ?? new Read(argument.Place!));
                arguments.Add(argument with { Value = value, Place = argument.Place is null ? null : ((Read)value).Place });
                continue;
            }

            Expr before = reads.Visit(new Read(place));
            if (place is ElementPlace)
            {
                var element = new Var(_names.Fresh("element"), place.Type, VarRole.Temporary);
                done.Add(new Let(element, before, invoke.Origin));
                before = element.Read;
            }

            Var written = NewVersion(place is ElementPlace ? new Var("element", place.Type, VarRole.Temporary) : place.Root()!);
            done.Add(new Declare(written, before, invoke.Origin));
            arguments.Add(new Argument(before, new LocalPlace(written), current.ContainsKey(place.Root()!) ? place as ReferencePlace : null));
            if (place is ElementPlace target)
            {
                stores.Add(new Assign(((Read)reads.Visit(new Read(target))).Place, written.Read, invoke.Origin));
            }
            else
            {
                Note(place.Root()!);
                current[place.Root()!] = written;
            }
        }

        Var? result = invoke.Result;
        if (result is not null)
        {
            Note(result);
            result = current[result] = NewVersion(result);
        }

        done.Add(invoke with { Arguments = arguments.ToEquatableArray(), Result = result });
        done.AddRange(stores);
    }

    /// <param name="Inside">The versions at the start of a round.</param>
    /// <param name="Scalars">The variables that are handed from round to round.</param>
    private sealed record Carried(Dictionary<Var, Var> Inside, List<Var> Scalars, CarriedReferences References);

    /// <summary>
    /// Declares a variable for each one that the loop assigns and somebody outside of the round knows; in the round, its content on entry
    /// has a name of its own. <c>current</c> is left with the declared variables, which hold the final contents after the loop.
    /// </summary>
    private Carried Carry(EquatableArray<Stmt> body, Dictionary<Var, Var> current, Origin? origin, List<Stmt> done)
    {
        Stmt[] all = body.All().ToArray();
        var own = new HashSet<Var>(all.Where(s => s is Declare or Let or Allocate or For).SelectMany(s => s.Writes())
            .Concat(all.OfType<Invoke>().Select(i => i.Result).OfType<Var>()));
        var assigned = new HashSet<Var>(all.Where(s => s is Assign or Invoke).SelectMany(s => s.Writes()));
        var carried = new List<Var>();
        var references = new List<KeyValuePair<Var, Var>>();
        foreach (Var variable in assigned.Where(v => !own.Contains(v)))
        {
            Note(variable);
            if (variable.Type.IsStorage())
            {
                // Without elements before the loop, nobody reads it before a round has given it some.
                if (current.TryGetValue(variable, out Var? elements))
                    references.Add(new KeyValuePair<Var, Var>(variable, elements));
                else
                    _lost.Add(variable);
                continue;
            }

            carried.Add(variable);
            Var outer = NewVersion(variable);
            done.Add(new Declare(outer, current.TryGetValue(variable, out Var? before) ? before.Read : Reals.Zero(variable.Type), origin));
            current[variable] = outer;
        }

        var inside = new Dictionary<Var, Var>(current);
        var numbered = new CarriedReferences(references, _allocations, _names, NewVersion, origin);
        foreach (KeyValuePair<Var, Var> reference in numbered.OnEntry)
            inside[reference.Key] = reference.Value;
        return new Carried(inside, carried, numbered);
    }

    private static UnsupportedException Lost(Var variable, Origin? origin) => new(variable, "which gets its first elements in a loop and is used after it", origin);

    private void Leave(Carried carried, Dictionary<Var, Var> current, List<Stmt> done)
    {
        foreach ((Var variable, Let let) in carried.References.After(NewVersion))
        {
            done.Add(let);
            current[variable] = let.Var;
        }
    }

    private EquatableArray<Stmt> Round(EquatableArray<Stmt> body, Carried carried, Dictionary<Var, Var> outside, Origin? origin)
    {
        Dictionary<Var, Var> inside = carried.Inside;
        var entry = new List<Stmt>();
        foreach (Var variable in carried.Scalars)
        {
            Var onEntry = inside[variable] = NewVersion(variable);
            entry.Add(new Let(onEntry, outside[variable].Read, origin));
        }

        List<Stmt> round = carried.References.Round(Block(body, inside), inside);
        if (!round.Completes())
            return [.. entry, .. round];
        // Every new content has a name by now, so that handing over one does not disturb the next.
        foreach (Var variable in carried.Scalars)
        {
            if (inside.TryGetValue(variable, out Var? final))
                round.Add(new Assign(new LocalPlace(outside[variable]), final.Read, origin));
        }

        return [.. entry, .. round];
    }

    /// <returns>Whether control goes on after it.</returns>
    private bool Branch(If branch, ReadCurrent reads, Dictionary<Var, Var> current, List<Stmt> done)
    {
        Expr condition = reads.Visit(branch.Condition);
        var afterThen = new Dictionary<Var, Var>(current);
        var afterElse = new Dictionary<Var, Var>(current);
        List<Stmt> then = Block(branch.Then, afterThen);
        List<Stmt> otherwise = Block(branch.Else, afterElse);
        bool thenGoesOn = then.Completes();
        bool elseGoesOn = otherwise.Completes();

        // What a branch declares is gone after it.
        var inner = new HashSet<Var>(branch.Then.Concat(branch.Else).All().Where(s => s is Declare or Let or Allocate or For).SelectMany(s => s.Writes()));
        var ownReferences = new HashSet<Var>(then.Concat(otherwise).All().SelectMany(s => s.Writes()).Where(v => v.Type.IsStorage()));
        var choices = new List<Stmt>();
        foreach (Var variable in _variables.ToArray())
        {
            if (inner.Contains(variable))
                continue;
            Var? thenVersion = thenGoesOn && afterThen.TryGetValue(variable, out Var? t) ? t : null;
            Var? elseVersion = elseGoesOn && afterElse.TryGetValue(variable, out Var? e) ? e : null;
            Var? before = current.TryGetValue(variable, out Var? b) ? b : null;
            if (thenVersion == elseVersion || ((thenVersion ?? before) == before && (elseVersion ?? before) == before))
                continue;

            Var joined = NewVersion(variable);
            if (variable.Type.IsStorage() && (thenVersion ?? before) is { } whenTrue && (elseVersion ?? before) is { } whenFalse
                && !ownReferences.Contains(whenTrue) && !ownReferences.Contains(whenFalse))
            {
                // A reference is chosen by value, so that it can be found again in the reverse sweep.
                Var decided = new(_names.Fresh("chosen"), IrType.Bool, VarRole.Temporary);
                done.Add(new Let(decided, condition, branch.Origin));
                condition = decided.Read;
                choices.Add(new Let(joined, new Conditional(decided.Read, whenTrue.Read, whenFalse.Read), branch.Origin));
                current[variable] = joined;
                continue;
            }

            if (variable.Type.IsStorage())
            {
                Var? fromThen = thenGoesOn ? thenVersion ?? before : null;
                Var? fromElse = elseGoesOn ? elseVersion ?? before : null;
                choices.Add(new Let(joined, ChosenReference(variable, (then, fromThen), (otherwise, fromElse), branch.Origin, done), branch.Origin));
                current[variable] = joined;
                continue;
            }

            done.Add(new Declare(joined, null, branch.Origin));
            if (thenGoesOn)
                then.Add(new Assign(new LocalPlace(joined), thenVersion?.Read ?? Reals.Zero(variable.Type), branch.Origin));
            if (elseGoesOn)
                otherwise.Add(new Assign(new LocalPlace(joined), elseVersion?.Read ?? Reals.Zero(variable.Type), branch.Origin));
            current[variable] = joined;
        }

        done.Add(branch with { Condition = condition, Then = then.ToEquatableArray(), Else = otherwise.ToEquatableArray() });
        done.AddRange(choices);
        return thenGoesOn || elseGoesOn;
    }

    /// <summary>What a variable refers to after a branch, by integers that the arms assign.</summary>
    /// <param name="then">An arm, and what the variable refers to at its end; null where it has no elements there.</param>
    /// <param name="done">Gets the declarations of the integers.</param>
    private Expr ChosenReference(Var variable, (List<Stmt> Block, Var? Reference) then, (List<Stmt> Block, Var? Reference) otherwise, Origin? origin, List<Stmt> done)
    {
        var numbers = new ReferenceNumbers(_allocations);
        var referents = new Referents();
        if (_lost.Contains(variable) && new[] { then, otherwise }.Any(a => a.Reference is null && a.Block.Completes()))
            throw Lost(variable, origin);
        var arms = new[] { then, otherwise }.Where(a => a.Block.Completes())
            .Select(a => (a.Block, a.Reference, Number: a.Reference is null ? ReferenceNumbers.None : numbers.NumberOf(a.Reference, variable, a.Block, _ => null, referents)))
            .ToArray();
        bool arePart = arms.Any(a => a.Number.Start is not null);
        Expr which = Integer("which", a => a.Number.Which)!;
        Expr? row = arms.Any(a => a.Number.Row is not null) ? Integer("row", a => a.Number.Row ?? Integers.Constant(0)) : null;
        Expr? start = arePart ? Integer("start", a => a.Number.Start ?? Integers.Constant(0)) : null;
        Expr? count = arePart ? Integer("count", a => a.Number.Count ?? (a.Reference is null ? Integers.Constant(0) : new Length(a.Reference.Read))) : null;
        return numbers.Chosen(new ReferenceNumber(which, row, start, count), variable.Type, referents);

        Expr Integer(string name, Func<(List<Stmt> Block, Var? Reference, ReferenceNumber Number), Expr> value)
        {
            var integer = new Var(_names.Fresh(name), IrType.Int32, VarRole.Temporary);
            done.Add(new Declare(integer, null, origin));
            foreach ((List<Stmt> Block, Var? Reference, ReferenceNumber Number) arm in arms)
                arm.Block.Add(new Assign(new LocalPlace(integer), value(arm), origin));
            return integer.Read;
        }
    }

    /// <summary>Stores the by-reference parameters that have changed.</summary>
    private void WriteBack(Dictionary<Var, Var> current, Origin? origin, List<Stmt> done)
    {
        foreach (Parameter parameter in _references)
        {
            if (current.TryGetValue(parameter.Var, out Var? version) && !(_initial.TryGetValue(parameter.Var, out Var? initial) && version == initial))
                done.Add(new Assign(new ReferencePlace(parameter.Var), version.Read, origin));
        }
    }

    private Var Define(Var variable, Dictionary<Var, Var> current, Func<Expr> read, out Expr value)
    {
        // The value is read before the new version exists: `x = x + 1` reads the old one.
        value = read();
        Note(variable);
        return current[variable] = NewVersion(variable);
    }

    private Var NewVersion(Var variable) => variable with
    {
        Name = _names.Fresh(variable.Name),
        Role = variable.Role == VarRole.Parameter ? VarRole.Local : variable.Role,
    };

    private void Note(Var variable)
    {
        if (_noted.Add(variable))
            _variables.Add(variable);
    }

    private sealed class ReadCurrent(Dictionary<Var, Var> current, Origin? at = null) : Rewriter
    {
        public override Expr Visit(Expr expr) => expr switch
        {
            Read { Place: LocalPlace or ReferencePlace } read =>
                current.TryGetValue(read.Place.Root()!, out Var? version) ? version.Read
                : read.Type.IsStorage() ? throw Lost(read.Place.Root()!, at)
                : Reals.Zero(read.Type),
            _ => base.Visit(expr),
        };
    }
}
