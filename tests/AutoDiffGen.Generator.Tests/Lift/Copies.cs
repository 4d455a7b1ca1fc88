using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Copies of arguments, in which what was one array is one array again.</summary>
internal static class Copies
{
    public static object?[] Of(object?[] arguments) => Map(arguments, (_, x) => x);

    /// <summary>The arguments over variables of a tape, which are listed by the argument they come in first.</summary>
    public static object?[] Lifted(object?[] arguments, Tape tape, Dictionary<int, List<Value>> variables) => Map(arguments, (argument, x) =>
    {
        Value variable = tape.Variable(x);
        if (!variables.TryGetValue(argument, out List<Value>? list))
            variables.Add(argument, list = []);
        list.Add(variable);
        return variable;
    });

    /// <summary>The numbers of a type in an argument or result, in order.</summary>
    public static IEnumerable<T> Elements<T>(object? content) => content switch
    {
        T one => [one],
        Array array => array.Cast<object?>().SelectMany(Elements<T>),
        _ => [],
    };

    /// <summary>The argument with another number in it: in place where it is an array.</summary>
    public static object With(object argument, int element, double x)
    {
        if (argument is double)
            return x;
        int position = 0;
        Set((Array)argument, element, x, ref position);
        return argument;
    }

    private static void Set(Array array, int element, double x, ref int position)
    {
        foreach (int[] index in Indices(array))
        {
            if (array.GetValue(index) is Array row)
                Set(row, element, x, ref position);
            else if (position++ == element)
                array.SetValue(x, index);
        }
    }

    private static object?[] Map<T>(object?[] arguments, Func<int, double, T> number)
    {
        Dictionary<Array, Array> known = new(ReferenceEqualityComparer.Instance);
        return [.. arguments.Select((a, i) => Copy(a, i))];

        object? Copy(object? content, int argument)
        {
            if (content is double x)
                return number(argument, x);
            if (content is not Array array)
                return content;
            if (known.TryGetValue(array, out Array? copy))
                return copy;
            copy = Array.CreateInstance(TypeOf(array.GetType().GetElementType()!), Enumerable.Range(0, array.Rank).Select(array.GetLength).ToArray());
            known.Add(array, copy);
            foreach (int[] index in Indices(array))
                copy.SetValue(Copy(array.GetValue(index), argument), index);
            return copy;
        }

        static Type TypeOf(Type type) => type == typeof(double) ? typeof(T)
            : !type.IsArray ? type
            : type.GetArrayRank() == 1 ? TypeOf(type.GetElementType()!).MakeArrayType()
            : TypeOf(type.GetElementType()!).MakeArrayType(type.GetArrayRank());
    }

    private static IEnumerable<int[]> Indices(Array array)
    {
        int[] lengths = [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)];
        for (int i = 0; i < array.Length; i++)
        {
            int[] index = new int[lengths.Length];
            for (int d = lengths.Length - 1, rest = i; d >= 0; d--)
                (rest, index[d]) = Math.DivRem(rest, lengths[d]);
            yield return index;
        }
    }
}
