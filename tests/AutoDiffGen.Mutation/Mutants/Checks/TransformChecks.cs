namespace AutoDiffGen.Mutation.Mutants.Checks;

/// <summary>The checks of differentiation itself: guards on entry, zero adjoints, versions, what the reverse sweep may still read.</summary>
internal static class TransformChecks
{
    public static IEnumerable<SafetyCheck> All { get; } =
    [
        // Guards on entry.
        Check("an argument that is written is refused as another one, too", "Transform/Guards.cs",
            "in pairs)", "in pairs.Where(_ => false))"),
        Check("a written argument is not an 'in' argument either", "Transform/Guards.cs",
            "(IsWritten(a) || IsWritten(b))", "(IsWritten(a) && IsWritten(b))"),
        Check("the argument named by an overlap is the written one", "Transform/Guards.cs",
            "pairs.Add(IsWritten(a) ? (a, b) : (b, a));", "pairs.Add((a, b));"),
        Check("an out parameter can be looked at before it is assigned", "Transform/Guards.cs",
            "yield return new Effect(SkipInit(uninitialised.Var));", "_ = SkipInit(uninitialised.Var);"),
        Check("_Grad guards its arguments", "Transform/Gradient.cs",
            "var body = new List<Stmt>(Guards.Of(prepared.Function, derivatives));", "var body = new List<Stmt>();"),
        Check("_Vjp guards its arguments", "Transform/Vjp.cs",
            "var body = new List<Stmt>(Guards.Of(prepared.Function, derivatives));", "var body = new List<Stmt>();"),

        // Adjoints of exactly zero, and partials that may be infinite.
        Check("a zero adjoint contributes zero", "Transform/Contributions.cs",
            ": new Conditional(new Binary(BinaryOp.Equal, d, Reals.Zero(d.Type), IrType.Bool), Reals.Zero(d.Type), contribution);", ": contribution;"),
        Check("a user's partial may be infinite", "Transform/Contributions.cs", "return Guard(d, Scale(d, partial)!);", "return Scale(d, partial);"),
        Check("the partial of a quotient by the dividend may be infinite", "Transform/Contributions.cs",
            "To(a, Guarded(d, Reals.Over(d, b), b))", "To(a, Reals.Over(d, b))"),
        Check("the partial of a quotient by the divisor may be infinite", "Transform/Contributions.cs",
            "To(b, Guarded(d, Reals.Negative(Reals.Over(Reals.Times(d, result), b)), b))",
            "To(b, Reals.Negative(Reals.Over(Reals.Times(d, result), b)))"),
        Check("the partial of a remainder by the divisor may be infinite", "Transform/Contributions.cs",
            "To(b, Guarded(d, Reals.Negative(Reals.Times(d, Truncate(Reals.Over(a, b)))), b))",
            "To(b, Reals.Negative(Reals.Times(d, Truncate(Reals.Over(a, b)))))"),
        Check("a constant divisor may be zero", "Transform/Contributions.cs",
            "divisor is RealConst constant && constant.Value != 0.0 ? contribution", "divisor is RealConst ? contribution"),
        Check("a partial of the table may be infinite", "Transform/Contributions.cs",
            "bool isFinite = Finite.Is(", "bool isFinite = true || Finite.Is("),
        Check("a branch of a partial that is not taken contributes nothing", "Transform/Contributions.cs",
            "if (partial is not Conditional choice)", "if (partial is not Conditional choice || d.Type is RealType)"),
        Check("a quotient is finite only where the divisor is a constant", "Rules/Finite.cs",
            "division.Right is RealConst { Value: not 0.0 } && ", ""),
        Check("a result is finite only where the function is bounded", "Rules/Finite.cs",
            "local.Var != result || BoundedFunctions.Contains(function)", "local.Var != null"),
        Check("a call in a partial is finite only where the function is bounded", "Rules/Finite.cs",
            "Call call => IsBounded(call) && ", "Call call => "),
        Check("a power is finite only where the exponent is a natural number", "Rules/Finite.cs", " && n == Math.Floor(n)", ""),
        Check("what is not known to be finite is not", "Rules/Finite.cs", "_ => false,", "_ => true,"),
        Check("an infinite factor of what nothing uses contributes nothing", "Transform/Contributions.cs", "mayVanish && unbounded?.Is(factor) == true", "unbounded?.Is(factor) == true && d is RealConst"),
        Check("an infinite argument of what nothing uses contributes nothing", "Transform/Contributions.cs", "!(mayVanish && unbounded is not null", "!(mayVanish && unbounded is null"),
        Check("what is calculated from a quotient may be infinite", "Analysis/Unbounded.cs", "(IsSource(expr) || expr.Children()", "(IsSource(expr) || IsSource(expr) && expr.Children()"),
        Check("a method that calls itself may be passed what is infinite", "Analysis/Unbounded.cs", "if (parameters)", "if (parameters && calls != parameters)"),
        Check("a branch may not use a value", "Transform/Reverse.cs", "&& _vanishing.Is(before))", "&& _vanishing.Is(before) && before is not null)"),
        Check("a loop may not run", "Transform/Reverse.cs", "if (_vanishing.Is(after))\n                _vanishing.Add(sum);", "if (false)\n                _vanishing.Add(sum);"),
        Check("what is made of an unused value's adjoint is one", "Transform/Reverse.cs", "if (_vanishing.Is(sum))", "if (_vanishing.Is(sum) && sum is RealConst)"),
        Check("a function may not choose an argument", "Transform/Vanishing.cs", "Conditional choice => Is(choice.WhenTrue) || Is(choice.WhenFalse)", "Conditional choice => Is(choice.WhenTrue) && Is(choice.WhenFalse)"),
        Check("of several results one may be asked for", "Transform/Reverse.cs", "(apart || seeds.Count() > 1)", "apart"),

        // The adjoints of the operators.
        Check("the sign of a difference", "Transform/Contributions.cs", "To(a, d).Concat(To(b, Reals.Negative(d)))", "To(a, d).Concat(To(b, d))"),
        Check("the sign of a negation", "Transform/Contributions.cs", "To(negate.Operand, Reals.Negative(adjoint))", "To(negate.Operand, adjoint)"),
        Check("the other factor of a product", "Transform/Contributions.cs", "To(a, Times(b))", "To(a, Times(a))"),
        Check("the sign of a quotient by the divisor", "Transform/Contributions.cs",
            "Reals.Negative(Reals.Over(Reals.Times(d, result), b))", "Reals.Over(Reals.Times(d, result), b)"),
        Check("the sign of a remainder by the divisor", "Transform/Contributions.cs",
            "Reals.Negative(Reals.Times(d, Truncate(Reals.Over(a, b))))", "Reals.Times(d, Truncate(Reals.Over(a, b)))"),

        // What is stored, and when.
        Check("scalar derivatives are stored last", "Transform/Gradient.cs",
            "body.AddRange(reversed.Body);",
            "foreach (DerivativeParameter early in derivatives.All) body.Add(new Assign(new ReferencePlace(early.Var), Reals.Zero(early.Var.Type), Endings.Origin)); "
            + "body.AddRange(reversed.Body);"),
        Check("_Grad leaves written data as the method does", "Transform/Gradient.cs",
            "body.AddRange(Endings.WriteBack(prepared));", "_ = Endings.WriteBack(prepared);"),
        Check("_Vjp leaves written data as the method does", "Transform/Vjp.cs",
            "body.AddRange(Endings.WriteBack(prepared));", "_ = Endings.WriteBack(prepared);"),
        Check("the seed of an out parameter is used up", "Transform/Vjp.cs",
            "new Assign(target, Reals.Zero(target.Type), Endings.Origin)", "new Assign(target, Reals.Constant(1.0, target.Type), Endings.Origin)"),
        Check("_Vjp accumulates", "Transform/Vjp.cs", "Reals.Plus(new Read(new LocalPlace(derivative.Var)), adjoint)", "adjoint"),
        Check("a ref parameter that is never written keeps its seed", "Transform/Vjp.cs",
            "return parameter.Mode == RefMode.Ref ? parameter.Var : null;", "return null;"),
        Check("data is written back before a throw", "Transform/Versions.cs", "WriteBack(current, thrown.Origin, done);", ""),
        Check("data is written back at the end", "Transform/Versions.cs", "WriteBack(current, ret.Origin, done);", ""),

        // Versions of variables, and branches.
        Check("an assignment reads the version before it", "Transform/Versions.cs",
            """
            value = read();
                    Note(variable);
                    return current[variable] = NewVersion(variable);
            """,
            """
            Note(variable);
                    Var version = current[variable] = NewVersion(variable);
                    value = read();
                    return version;
            """),
        Check("the branches of a choice have versions of their own", "Transform/Versions.cs",
            "var afterElse = new Dictionary<Var, Var>(current);", "Dictionary<Var, Var> afterElse = afterThen;"),
        Check("a branch adds to the adjoint from before it", "Transform/Reverse.cs",
            "before is null ? share : Reals.Plus(sum.Read, share)", "share"),
        Check("a branch without a share contributes zero", "Transform/Reverse.cs",
            "else if (before is null && (source.Completes() || !fused))", "else if (before is null && arm.Count < 0)"),
        Check("the adjoint of what a nested branch assigns is complete before the branch", "Transform/Reverse.cs",
            "Stmt[] inside = branch.Then.Concat(branch.Else).All().ToArray();", "Stmt[] inside = branch.Then.Concat(branch.Else).ToArray();"),
        Check("what follows a conditional exit is skipped", "Transform/SingleExit.cs",
            "rest.Count > 0 && LeavesTo(label, branch)", "rest.Count < 0 && LeavesTo(label, branch)"),
        Check("a step may not run once too often where the loop around goes on from there", "Transform/SingleExit.cs", " && _set?.Contains(index.Var) != false", ""),
        Check("an index that is set on one way only may go on from where it was left", "Transform/SingleExit.cs", "_set = around is null ? null : [.. around];", "_ = around;"),
        Check("what is read has a content", "Analysis/Scoping.cs", "if (_set.Contains(read) && !_known.Contains(read))", "if (read.Name.Length == 0)"),
        Check("what a block sets is gone after it", "Analysis/Scoping.cs", "_known.ExceptWith(set);", ""),
        Check("a loop's own exit does not leave the branch that the loop is in", "Transform/SingleExit.cs", "Any(e => !own.Contains(e.Label))", "Any()"),
        Check("the result of a call in the round is no step", "Transform/SingleExit.cs", "Invoke { Result: { } result } => [result],", "Invoke => [],"),
        Check("an index is not set back where the loop around goes on from it", "Transform/CountedLoops.cs", " && _set?.Contains(index) != false", ""),
        Check("a checked step past the end of the range throws", "Transform/CountedLoops.cs", "step.Value is Binary { Checked: true } && ", "index is null && "),
        Check("a checked step of two may get past the end of the range", "Transform/CountedLoops.cs", "long beyond = (long)by - (inclusive ? 0 : Math.Sign(by));", "long beyond = inclusive ? 1 : 0;"),
        Check("an index that is set on one way only may go on from where it was", "Transform/CountedLoops.cs", "_set is null ? null : [.. _set]", "_set"),
        Check("a value that is used twice is not folded into one use", "Transform/Coalesce.cs", "_reads[source] == 1", "_reads[source] >= 1"),
        Check("nothing looks at the variable a value is folded into", "Transform/Coalesce.cs",
            """
            Contains(target))
                                return false;
            """,
            """
            Contains(target))
                                continue;
            """),

        // What the reverse sweep may still read.
        Check("the reverse sweep reads only what is visible", "Transform/Keep.cs",
            "_forward.Find(variable) is not { } definition)", "_forward.Find(variable) is not { } definition || variable.Name.Length > 0)"),
        Check("what is kept is declared far enough out", "Transform/Keep.cs", "_kept[variable] = block;", "_kept[variable] = definition.At.Block;"),
        Check("what was handed to a round has changed since", "Transform/Keep.cs",
            "when _forward.IsHandedOver(local.Var, then):", "when now < 0 && _forward.IsHandedOver(local.Var, then):"),
        Check("an element that was stored since is not read again", "Transform/Keep.cs",
            "if (now < then.Index || _forward.IsStoredBetween(then.Block, then.Index, now, storage))", "if (now < then.Index)"),
        Check("an element that is read again is put back", "Transform/Keep.cs", "_reloads.Add((then, element));", "_ = element;"),
        Check("what a later round overwrites is put back", "Transform/ForwardSweep.cs", ".Where(IsLoopBody).Any(repeats);", ".Where(IsLoopBody).Any(b => b < 0 && repeats(b));"),
        Check("rounds share elements unless the index tells them apart", "Transform/ForwardSweep.cs", " && local.Var == loop.Index).Any(", " && local.Var.Name.Length > 0).Any("),
        Check("two elements are apart only by different constants", "Transform/ForwardSweep.cs", "y is InertConst && !x.Equals(y))", "y is InertConst)"),
        Check("an array of the outer round is the same one in the inner rounds", "Transform/Keep.cs", " || !_forward.IsIn(at.Block, body))", ")"),
        Check("what is swapped back is what the other held", "Transform/Keep.cs", "Name(swap.From, last[swap.Entry]);", "Name(swap.Entry, last[swap.Entry]);"),
        Check("a range's elements are not read when its loop is reversed", "Transform/Ranges.cs", "== storage && !AreApart(array, r.Element)))", "!= storage))"),
        Check("a range's elements are stored once in each round", "Transform/Ranges.cs", "== storage) != 1", "== storage) < 1"),
        Check("arrays that take turns are several", "Transform/Ranges.cs", "one.Arrays.Select(Root).Distinct().Count() == one.Arrays.Count", "one.Arrays.Count > 1"),
        Check("a range is put back in the order of the stack", "Transform/Keep.cs", "rebuilt.Body.All().Any(s => s is Pop or Invoke)", "rebuilt.Body.All().Any(s => s is Invoke)"),
        Check("arrays are left as the method leaves them", "Transform/FinalContents.cs", "if (parameters.Length == 0)", "if (parameters.Length >= 0)"),

        Check("a read-only span is not left as another array is", "Transform/FinalContents.cs", " && p.Var.Type is not SpanType { IsReadOnly: true }", ""),

        Check("by-reference parameters are written before a call that may throw", "Transform/Versions.cs", "WriteBack(current, invoke.Origin, done);", "done.AddRange([]);"),
        Check("a call that throws leaves what it wrote", "Transform/Versions.cs", "? place as ReferencePlace : null", "? null : null"),
        Check("initial contents have a name where a call writes through", "Transform/Versions.cs", "s is Invoke || (s is Effect", "(s is Effect"),
        Check("nobody comes after a throw", "Transform/Versions.cs", "if (!goesOn)", "if (!goesOn && block.IsEmpty)"),

        Check("a call changes the by-reference parameter it writes through", "Ir/Walk.cs", ".Concat(invoke.Arguments.Select(a => a.Through?.Parameter))", ""),
        Check("what a call that calls itself stores is not constant", "Transform/ConstantArrays.cs", "if (storages.IsStored(parameter.Var) ||", "if (!isInlined && storages.IsStored(parameter.Var) ||"),
        Check("a constant that a call that calls itself writes is refused", "Transform/Recursion.cs", "p => !p.Active && p.Var.Type is RealType", "p => p.Active && p.Var.Type is RealType && p.Var.Name.Length == 0"),
        Check("shadows from the derivative's memory are no arrays", "Transform/Reverse.cs", "if (derivative.Var.Type is ArrayType && shadow.Type is not ArrayType)", "if (derivative.Var.Type is ArrayType && shadow.Type is ArrayType { Rank: 9 })"),

        Check("a branch with a call that stores is not reversed on the spot", "Transform/Reverse.cs", " || (s is Invoke call && Storages.Stores(call).Any())", ""),

        Check("what a loop gave first is not taken for none", "Transform/Versions.cs", "if (_lost.Contains(variable) && new[]", "if (_lost.Count < 0 && new[]"),

        // Loops.
        Check("nothing is before the first number", "Transform/TripCounts.cs", "counting.Step > 0 ? interval.Least == int.MinValue : interval.Greatest == int.MaxValue", "interval.Least > interval.Greatest"),
        Check("what is told of rounds holds where there are some", "Transform/TripCounts.cs", " && (counting.Inclusive || !IsFirst(counting.End, counting, intervals)));", ");"),
        Check("counted rounds do not start at the first number", "Transform/TripCounts.cs", "case For { Step: 1 } counting when !IsFirst(counting.Start, counting, intervals):", "case For { Step: 1 } counting:"),
        Check("a distance may be more than an int holds", "Transform/TripCounts.cs", "Least <= int.MaxValue ? Divided", "Least <= long.MaxValue ? Divided"),
        Check("sums wrap", "Analysis/Intervals.cs", "Least < int.MinValue || Greatest > int.MaxValue ? All : this", "this"),
        Check("large steps wrap", "Analysis/Intervals.cs", "end.Greatest - inside + loop.Step <= int.MaxValue ?", "end.Greatest > int.MinValue ?"),
        Check("the caller's arrays of arrays stay what they are", "Transform/OwnStorage.cs", "v.Type is ArrayType { Element: not ArrayType } && own", "v.Type is ArrayType && own"),
        Check("only elements that are always read tell of the index", "Analysis/Intervals.cs", "Conditional choice => [choice.Condition],", "Conditional choice => [choice.Condition, choice.WhenTrue, choice.WhenFalse],"),
        Check("an index that the body assigns does not count", "Transform/CountedLoops.cs", "if (assigned.Contains(index) || end", "if (end"),
        Check("a bound that the loop changes is none", "Transform/CountedLoops.cs", "v == index || assigned.Contains(v)", "v == index"),
        Check("an index that is used after the loop has its final value", "Transform/CountedLoops.cs", "bool isPrivate = _reads[index] == inside", "bool isPrivate = _reads[index] >= inside"),
        Check("an array of a round starts all zero", "Transform/HoistAllocations.cs",
            "return [.. negative, Clear(allocate.Var, new Read(new LocalPlace(allocate.Var)), allocate, [])];", "return [.. negative];"),
        Check("a length that only the loop knows is not known before it", "Transform/HoistAllocations.cs", "l => IsKnown(l) && !MayThrow(l)", "l => !MayThrow(l)"),
        Check("a length that may throw is computed where the method does", "Transform/HoistAllocations.cs", "l => IsKnown(l) && !MayThrow(l)", "IsKnown"),
        Check("a length may throw", "Transform/HoistAllocations.cs", "MayThrow(Expr expr) => Throwing.May(expr) || expr", "MayThrow(Expr expr) => expr"),
        Check("a function of integers may throw", "Analysis/Throwing.cs", "call.Function.Family != FunctionFamily.Math || call.Function.Name is \"Abs\" or \"Clamp\" or \"Round\" or \"Sign\"", "call.Function.Family != FunctionFamily.Math"),
        Check("a quotient may throw", "Analysis/Throwing.cs", "divisor is not InertConst constant || ", "divisor is InertConst constant && "),
        Check("no array has no length", "Analysis/Throwing.cs", "length with { OrNone = true }", "length"),
        Check("an array that is written need not be there", "Transform/Buffers.cs", "OrNone: buffer.Type is ArrayType && ", "OrNone: buffer.Type is not ArrayType && "),
        Check("a length that nothing throws at says nothing", "Analysis/Dereferenced.cs", "Length { OrNone: false, Array", "Length { Array"),
        Check("what is read in an arm need not be there", "Analysis/Dereferenced.cs", "Conditional choice => [choice.Condition],", "Conditional choice => expr.Children(),"),
        Check("what is read on the right of && need not be there", "Analysis/Dereferenced.cs", "both => [both.Left],", "both => [both.Left, both.Right],"),
        Check("a bound behind a condition need not be there", "Analysis/Dereferenced.cs", "stmt is For { Go: { } go } loop ? [loop.Start, go] : stmt.Expressions()", "stmt.Expressions()"),
        Check("what a branch reads need not be there", "Optimize/ReserveStorage.cs", "Then = Block(branch.Then, known.Copy())", "Then = Block(branch.Then, known)"),
        Check("an array that is never created has no negative length", "Transform/HoistAllocations.cs", "IsNatural(l) ? l : new Conditional(IsNegative(l), zero, l)", "l"),
        Check("a view that each round makes may be of other elements", "Transform/ForwardSweep.cs", " || IsMadeIn(body, a.Array))", ")"),
        Check("elements of views are apart only within one view", "Transform/ForwardSweep.cs", " && !IsMadeIn(null, a.Array)", ""),
        Check("a loop whose elements are overwritten later is not reversed on the spot", "Transform/Reverse.cs", " || IsOverwrittenLater(body, block.Skip(at + 1))", ""),
        Check("a part that there is not throws", "Transform/ReferenceNumbers.cs",
            "return made.Start is null ? made : made with { Count = new Length(array.Read) };", "return made;"),
        Check("the reverse of a call stores into arrays", "Transform/Reverse.cs", "is { } stored && stored.Type.IsStorage() ? stored : null", "is { } stored && stored.Type.IsStorage() ? null : null"),
        Check("the reverse of a call stores into shadows", "Transform/Reverse.cs", "new Argument(shadow.Read, new LocalPlace(shadow))", "new Argument(shadow.Read, null)"),
        Check("where to put back is looked for before that is done", "Transform/Keep.cs", "saved with { Index = saved.Index + 1 }", "saved"),
        Check("no array is none of the arrays that are taken", "Transform/ReferenceNumbers.cs", "Constant(-1 - (int.MaxValue - 1))", "Constant(-1)"),
        Check("rows that may be replaced are not looked for again", "Transform/ReferenceNumbers.cs",
            "if (block.All().Any(s => s is Assign { Target: ElementPlace { Type: ArrayType } }))", "if (block.Count < 0)"),
        Check("what was written is put back before a seed is refused", "Transform/ArrayResults.cs", "back.Add(Buffers.Copy(initial, given));", "_ = given;"),
        Check("what was written is put back where it came from", "Transform/ArrayResults.cs", "if (assigned.Contains(parameter))", "if (assigned.Count < 0)"),
        Check("a sum is used for nothing else", "Analysis/Accumulation.cs", "if (reads.Any(r => r != current) || Step", "if (Step"),
        Check("a sum does not decide a branch", "Analysis/Accumulation.cs", "case If branch when !branch.Condition.Reads().Contains(current):", "case If branch:"),
        Check("a sum that is overwritten is none", "Analysis/Accumulation.cs", "s is Assign && s.Writes().Contains(current)", "s is Assign && s.Writes().Contains(current) && current.Name.Length == 0"),
        Check("rounds that share elements are not reversed on the spot", "Transform/Reverse.cs", "|| !_scratches.AreAll(body)", ""),
        Check("rounds that share more than sums are not reversed on the spot", "Transform/Reverse.cs",
            "|| wanted.Any(v => !_accumulated.Contains(v) && Accumulation.Of(v, body) is null))", "|| wanted.Length < 0)"),
        Check("scratch is not looked at outside of its loop", "Analysis/Scratches.cs", "if (!_own.Contains(storage) || inside.Length != _accesses[storage])", "if (!_own.Contains(storage))"),
        Check("scratch of part of an array is only read there", "Analysis/Scratches.cs", "_storages.Of(access.Element) != storage || IsWithin(access, fill))", "_storages.Of(access.Element) != storage || IsWithin(access, fill) || array is not null)"),
        Check("a sum of a round is computed while elements are as they were", "Transform/Reverse.cs", "if (_round is null || ", "if (_round is null || output.Count >= 0 || "),
        Check("what is filled is not read before", "Analysis/Scratches.cs", " && !Reads(loop.Body).Any(e => _storages.Of(e) == storage)", ""),
        Check("a shadow is zero once its element is overwritten", "Transform/Reverse.cs",
            "output.Add(new Assign(shadow, Reals.Zero(assign.Target.Type), origin));", ""),

        // Buffers.
        Check("a derivative buffer has the right length", "Transform/Guards.cs", "yield return Check(\"Length\",", "if (buffer.Var.Name.Length == 0) yield return Check(\"Length\","),
        Check("a derivative buffer overlaps nothing", "Transform/Guards.cs",
            "yield return Check(\"Apart\", buffers[i].Var, other.Read, buffers[i].Var.Name);", "if (i < 0) yield return Check(\"Apart\", buffers[i].Var, other.Read, buffers[i].Var.Name);"),
        Check("an array that is written overlaps no other", "Transform/Guards.cs",
            "yield return Check(\"Apart\", written, other.Read, written.Name);", "if (i < 0) yield return Check(\"Apart\", written, other.Read, written.Name);"),
        Check("_Grad overwrites its buffers", "Transform/Gradient.cs", "body.Add(Buffers.Clear(buffer.Var));", "_ = buffer;"),

        // Calls.
        Check("a helper that cannot be differentiated is an error", "Transform/Inline.cs", "_problems.AddRange(helper.Problems);", "_ = helper.Problems;"),
        Check("a method with a rule is not differentiated", "Transform/Inline.cs",
            "if (_rules.Knows(invoke.Function))", "if (_rules.Knows(invoke.Function) && invoke.Arguments.Count < 0)"),
        Check("a helper's [NoGrad] parameter is constant", "Transform/Inline.cs", "value = isConstant ? new StopGradient(value) : value;", "_ = isConstant;"),
        Check("a helper's [NoGrad] 'in' parameter is constant, too", "Transform/Inline.cs",
            " && !(isConstant && parameter.Mode == RefMode.In))", ")"),
        Check("the initial content of a helper's [NoGrad] 'ref' parameter is constant", "Transform/Inline.cs",
            "if (isConstant && parameter.Mode == RefMode.Ref)", "if (isConstant && parameter.Mode == RefMode.Out)"),
        Check("a value passed beside a [NoGrad] reference is active", "Transform/Inline.cs", "stops.Add(new Assign", "prologue.Add(new Assign"),
        Check("no variable is constant and active at once", "Transform/Inline.cs", "RefuseSharedConstants(function, invoke);", "_ = _model;"),
        Check("derivatives are stored when all is read", "Transform/StoresLast.cs",
            "if (!value.Reads().Any(references.Contains))", "if (value.Type is not null)"),
        Check("a method that grows too long is an error", "Transform/Inline.cs",
            "if (inline._statements > MaxStatements)", "if (inline._statements > MaxStatements && inline._statements < 0)"),
        Check("a function without a rule is an error", "Analysis/RuleCheck.cs",
            "else if (rules.FindTable(function, argument) is null)", "else if (rules.FindTable(function, argument) is null && name.Length == 0)"),
        Check("a rule out of reach is an error", "Analysis/RuleCheck.cs",
            "if (user.PrivateTo is not null && ", "if (name.Length == 0 && user.PrivateTo is not null && "),
        Check("a function with a rule is within reach", "Analysis/RuleCheck.cs", "&& !h.IsReachable))", "&& !h.IsReachable && function.Name.Length == 0))"),
        Check("functions that are not called go", "Ir/Function.cs", "Nested.Where(called.Contains)", "Nested.Where(f => true)"),
        Check("what is wrong with a method that calls itself is an error", "Differentiator.cs", "problems = recursion.Problems;", "_ = recursion.Problems;"),
    ];

    private static SafetyCheck Check(string name, string file, string original, string replacement) =>
        new(name, "generator/AutoDiffGen.Generator/" + file, original, replacement, Proof.OfGenerator);
}
