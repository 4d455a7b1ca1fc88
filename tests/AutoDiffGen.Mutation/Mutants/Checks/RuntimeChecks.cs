namespace AutoDiffGen.Mutation.Mutants.Checks;

/// <summary>The checks of the library: the tape, the operators of its values, the comparison with differences, the guards of generated code.</summary>
internal static class RuntimeChecks
{
    public static IEnumerable<SafetyCheck> All { get; } =
    [
        // The tape.
        Check("a zero adjoint contributes zero on the tape", "Dynamic/Tape.cs", "if (a == 0) continue;", ""),
        Check("gradients accumulate", "Dynamic/Tape.cs", "gradient[i] += a;", "gradient[i] = a;"),
        Check("a sweep leaves no adjoint behind", "Dynamic/Tape.cs", "adjoint[i] = 0;", ""),
        Check("every gradient is cleared", "Dynamic/Tape.cs", "swept = Math.Max(swept, result + 1);", "swept = result + 1;"),
        Check("a value of another tape is refused", "Dynamic/Tape.cs",
            "value.Tape == this ? value.Generation != generation : value.Tape is not null", "value.Tape == this && value.Generation != generation"),
        Check("a value from before a reset is refused", "Dynamic/Tape.cs",
            "value.Tape == this ? value.Generation != generation : value.Tape is not null", "value.Tape != this && value.Tape is not null"),
        Check("a reset forgets", "Dynamic/Tape.cs",
            """
            count = 1;
                    generation++;
            """, "count = 1;"),
        Check("disposal forgets", "Dynamic/Tape.cs",
            """
            generation++;
                    count = 1;
            """, "count = 1;"),
        Check("a tape that was disposed of makes no variable", "Dynamic/Tape.cs",
            """
            ObjectDisposedException.ThrowIf(disposed, this);
                    return Append(
            """, "return Append("),
        Check("nothing is recorded inside NoGrad", "Dynamic/Tape.cs",
            "!Ad.IsRecordingEverywhere || (uint)index >= (uint)room.Length", "(uint)index >= (uint)room.Length"),
        Check("the operand of a function is of this graph", "Dynamic/Value.Recording.cs", "tape.Check(x);", ""),
        Check("the left operand is of this graph", "Dynamic/Value.Recording.cs", "tape.Check(left);", ""),
        Check("the right operand is of this graph", "Dynamic/Value.Recording.cs", "tape.Check(right);", ""),
        Check("a refused third operand leaves nothing recorded", "Dynamic/Value.Recording.cs", "a.Tape.Check(c);", ""),
        Check("the arguments of a call are of one graph", "Runtime/Lifting.cs", "tape?.Check(argument);", ""),
        Check("the partials of a call are as many as its arguments", "Runtime/Lifting.cs",
            "if (partials.Length != arguments.Length)", "if (partials.Length < 0)"),
        Check("a call leaves out no argument", "Runtime/Lifting.cs", "left == Tape.None", "left >= Tape.None"),
        Check("an argument without a rule is constant", "Runtime/Lifting.cs", "if (IsRecorded(argument))", "if (IsRecorded(argument) && name.Length == 0)"),
        Check("constant content is apart from other", "Runtime/Lifting.Buffers.cs",
            "if (constants.Overlaps(others))", "if (constants.Overlaps(others) && name.Length == 0)"),
        Check("no partial is asked for inside NoGrad", "Runtime/Lifting.cs", "!argument.IsConstant && Ad.IsRecording", "!argument.IsConstant"),
        Check("a gradient is read from the graph of the value", "Dynamic/Value.cs",
            """
            Tape.Check(this);
                        return
            """, "return"),
        Check("a sweep starts in the graph of the value", "Dynamic/Value.cs",
            """
            Tape.Check(this);
                    Tape.Backward
            """, "Tape.Backward"),

        // The operators, which have no rules.
        Check("the sign of -x", "Dynamic/Value.Operators.cs", "Unary(Operation.Negate, value, -value.Data, -1)", "Unary(Operation.Negate, value, -value.Data, 1)"),
        Check("the sign of x - y by y", "Dynamic/Value.Operators.cs", "left.Data - right.Data, 1, -1)", "left.Data - right.Data, 1, 1)"),
        Check("the sign of x - y by x", "Dynamic/Value.Operators.cs", "left.Data - right.Data, 1, -1)", "left.Data - right.Data, -1, -1)"),
        Check("the sign of x + y by x", "Dynamic/Value.Operators.cs", "left.Data + right.Data, 1, 1)", "left.Data + right.Data, -1, 1)"),
        Check("the sign of x + y by y", "Dynamic/Value.Operators.cs", "left.Data + right.Data, 1, 1)", "left.Data + right.Data, 1, -1)"),
        Check("the sign of x + number", "Dynamic/Value.Operators.cs", "left.Data + right, 1)", "left.Data + right, -1)"),
        Check("the sign of number + x", "Dynamic/Value.Operators.cs", "left + right.Data, 1)", "left + right.Data, -1)"),
        Check("the sign of x - number", "Dynamic/Value.Operators.cs", "left.Data - right, 1)", "left.Data - right, -1)"),
        Check("the sign of number - x", "Dynamic/Value.Operators.cs", "left - right.Data, -1)", "left - right.Data, 1)"),
        Check("the other factor of x * y", "Dynamic/Value.Operators.cs",
            "left.Data * right.Data, right.Data, left.Data)", "left.Data * right.Data, left.Data, right.Data)"),
        Check("the factor of x * number", "Dynamic/Value.Operators.cs", "left.Data * right, right)", "left.Data * right, -right)"),
        Check("the factor of number * x", "Dynamic/Value.Operators.cs", "left * right.Data, left)", "left * right.Data, -left)"),
        Check("the sign of x / y by x", "Dynamic/Value.Operators.cs",
            "quotient, 1 / right.Data, -quotient / right.Data)", "quotient, -1 / right.Data, -quotient / right.Data)"),
        Check("the sign of x / y by y", "Dynamic/Value.Operators.cs",
            "quotient, 1 / right.Data, -quotient / right.Data)", "quotient, 1 / right.Data, quotient / right.Data)"),
        Check("the sign of x / number", "Dynamic/Value.Operators.cs", "left.Data / right, 1 / right)", "left.Data / right, -1 / right)"),
        Check("the sign of number / x", "Dynamic/Value.Operators.cs",
            "quotient, 0, -quotient / right.Data)", "quotient, 0, quotient / right.Data)"),
        Check("the sign of x % y by x", "Dynamic/Value.Operators.cs", "left.Data % right.Data, 1, -Math", "left.Data % right.Data, -1, -Math"),
        Check("the sign of x % y by y", "Dynamic/Value.Operators.cs",
            "-Math.Truncate(left.Data / right.Data)", "Math.Truncate(left.Data / right.Data)"),

        // Where recording stops.
        Check("a NoGrad scope ends on its own thread", "NoGradScope.cs",
            "if (thread != Environment.CurrentManagedThreadId)", "if (thread != Environment.CurrentManagedThreadId && thread < 0)"),
        Check("a NoGrad scope that opened nothing ends nothing", "NoGradScope.cs", "if (thread == 0) return;", ""),
        Check("a NoGrad scope ends once", "Ad.cs", "if (depth <= outer) return;", ""),
        Check("a gradient stops in generic code on the tape", "Ad.cs",
            "if (typeof(T) == typeof(Value))", "if (typeof(T) == typeof(Value) && depth < 0)"),

        // The comparison with differences.
        Check("a gradient of the wrong length is refused", "GradientCheck.cs",
            "if (gradient.Length != at.Length)", "if (gradient.Length < 0)"),
        Check("a negative tolerance is refused", "GradientCheck.cs", "if (!(tolerance >= 0)) throw", "if (tolerance is double.NegativeInfinity) throw"),
        Check("a point that is not finite is refused", "GradientCheck.cs",
            "if (!double.IsFinite(at[i])) throw", "if (at[i] is double.NegativeInfinity) throw"),
        Check("a NaN is the worst entry", "GradientCheck.cs",
            "(!double.IsNaN(worst.Error) && !(error <= worst.Error))", "(error > worst.Error)"),
        Check("the function may overwrite its argument", "GradientCheck.cs", "at.CopyTo(argument, 0);", "if (double.IsNaN(argument[entry])) at.CopyTo(argument, 0);"),
        Check("a long step is held against a short one", "Differences.cs",
            "if (Math.Abs(estimate.Derivative - plain.Derivative) <=", "if (plain.Error >= 0 || Math.Abs(estimate.Derivative - plain.Derivative) <="),
        Check("all elements of a matrix count", "Runtime/Buffers.cs", "array?.Length ?? 0", "array?.GetLength(0) ?? 0"),
        Check("rows that are not there have no elements", "Runtime/Buffers.cs", "in rows ?? []", "in rows!"),
        new SafetyCheck("generated code refuses overlapping arguments", "src/AutoDiffGen/Runtime/Guard.cs",
            "if (Unsafe.AreSame(in written, in other))", "if (Unsafe.AreSame(in written, in other) && name.Length == 0)", Proof.OfGuards),
    ];

    private static SafetyCheck Check(string name, string file, string original, string replacement) =>
        new(name, "src/AutoDiffGen/" + file, original, replacement, Proof.OfRuntime);
}
