namespace AutoDiffGen.Dynamic;

/// <content>Equality and order: those of the data. Like any comparison they are constant.</content>
public readonly partial struct Value
{
    /// <summary>Whether the data are equal; false where either is NaN.</summary>
    public static bool operator ==(Value left, Value right) => left.Data == right.Data;

    /// <summary>Whether the data differ; true where either is NaN.</summary>
    public static bool operator !=(Value left, Value right) => left.Data != right.Data;

    /// <summary>Whether the left is smaller; false where either is NaN.</summary>
    public static bool operator <(Value left, Value right) => left.Data < right.Data;

    /// <summary>Whether the left is greater; false where either is NaN.</summary>
    public static bool operator >(Value left, Value right) => left.Data > right.Data;

    /// <summary>Whether the left is smaller or equal; false where either is NaN.</summary>
    public static bool operator <=(Value left, Value right) => left.Data <= right.Data;

    /// <summary>Whether the left is greater or equal; false where either is NaN.</summary>
    public static bool operator >=(Value left, Value right) => left.Data >= right.Data;

    /// <summary>Orders by the data; NaN comes before every number.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>Negative where this comes before <paramref name="other"/>, positive where after, 0 where they are equal.</returns>
    public int CompareTo(Value other) => Data.CompareTo(other.Data);

    /// <summary>Orders by the data; NaN comes before every number, and null before NaN.</summary>
    /// <param name="obj">A <see cref="Value"/>, or null.</param>
    /// <returns>Negative where this comes before <paramref name="obj"/>, positive where after, 0 where they are equal.</returns>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is something else.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Value other => CompareTo(other),
        _ => throw new ArgumentException($"A {nameof(Value)} cannot be compared with a {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>Whether the data are equal; NaN equals NaN here.</summary>
    /// <param name="other">The value to compare with.</param>
    public bool Equals(Value other) => Data.Equals(other.Data);

    /// <summary>Whether the object is a <see cref="Value"/> with equal data.</summary>
    /// <param name="obj">The object to compare with.</param>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>The hash code of the data.</summary>
    public override int GetHashCode() => Data.GetHashCode();
}
