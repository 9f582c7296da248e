using System.Buffers;
using System.Numerics;

namespace Dashboard.Web.Inbox;

/// <summary>Sorts rows by columns: packs what a column holds and the row's address into one number, and sorts the numbers.</summary>
internal sealed class RowSorter
{
    private const int Bits = 64;

    private readonly RowOrder _order;
    private readonly CancellationToken _cancellationToken;
    private readonly RunStarts _runs;
    private int[] _addresses;
    private ulong[] _items = [];
    private ulong[] _spare = [];

    private RowSorter(int[] addresses, RowOrder order, CancellationToken cancellationToken) =>
        (_addresses, _order, _cancellationToken, _runs) = (addresses, order, cancellationToken, new RunStarts(addresses.Length));

    /// <summary>The rows sorted by the columns of an order.</summary>
    /// <param name="newestFirst">The rows by id; may be handed on.</param>
    /// <param name="order">Gives the columns; its direction is not looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static SortedRows Sort(int[] newestFirst, RowOrder order, CancellationToken cancellationToken)
    {
        var sorter = new RowSorter(newestFirst, order, cancellationToken);
        if (newestFirst.Length > 0 && !order.Columns.IsEmpty)
        {
            (sorter._items, sorter._spare) = (ArrayPool<ulong>.Shared.Rent(newestFirst.Length), ArrayPool<ulong>.Shared.Rent(newestFirst.Length));
            try
            {
                sorter.Sort();
            }
            finally
            {
                ArrayPool<ulong>.Shared.Return(sorter._items);
                ArrayPool<ulong>.Shared.Return(sorter._spare);
            }
        }

        return new SortedRows(sorter._addresses, sorter._runs);
    }

    private void Sort()
    {
        // Rows that are alike in one column keep the order that the later columns, and last the id, gave them.
        var columns = _order.Columns;
        for (var column = columns.Length - 1; column > 0; column--)
            SortBy(columns[column]);
        var keys = SortBy(columns[0]);
        // The keys of the last round are still at hand: no row has to be looked up again.
        if (keys.FitBesideAddress)
            MarkChanges(keys);
        else
            MarkChanges(columns[0].Column);
        foreach (var sort in columns[1..])
            MarkChanges(sort.Column);
    }

    private KeyRange SortBy(InboxSort sort)
    {
        var range = KeyRange.Of(_addresses, _order, sort);
        var sorted = GC.AllocateUninitializedArray<int>(_addresses.Length);
        // A key that does not fit beside an address is sorted by its lower bits first.
        for (var shift = 0; shift == 0 || shift < range.KeyBits; shift += range.Room)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (var position = 0; position < _addresses.Length; position++)
                _items[position] = range.Key(_order.Value(_addresses[position], sort.Column)) >> shift << range.AddressBits | (uint)_addresses[position];
            PackedSort.Sort(ref _items, ref _spare, sorted.Length, range.AddressBits, Math.Min(range.Room, range.KeyBits - shift), _cancellationToken);
            for (var position = 0; position < sorted.Length; position++)
                sorted[position] = (int)(_items[position] & range.AddressMask);
            _addresses = sorted;
        }

        return range;
    }

    private void MarkChanges(KeyRange keys)
    {
        for (var position = 1; position < _addresses.Length; position++)
        {
            if ((_items[position] ^ _items[position - 1]) > keys.AddressMask)
                _runs.Mark(position);
        }
    }

    private void MarkChanges(InboxColumn column)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var before = _order.Value(_addresses[0], column);
        for (var position = 1; position < _addresses.Length; position++)
        {
            var value = _order.Value(_addresses[position], column);
            if (value != before)
                _runs.Mark(position);
            before = value;
        }
    }

    /// <summary>What the values of a column lie between, to make small keys of them.</summary>
    private readonly record struct KeyRange(long Lowest, ulong Most, bool Descending, int AddressBits)
    {
        public int KeyBits => Bits - BitOperations.LeadingZeroCount(Most);

        /// <summary>Bits left beside an address.</summary>
        public int Room => Bits - AddressBits;

        public ulong AddressMask => (1UL << AddressBits) - 1;

        public bool FitBesideAddress => KeyBits <= Room;

        public static KeyRange Of(int[] addresses, RowOrder order, InboxSort sort)
        {
            var (lowest, highest, highestAddress) = (long.MaxValue, long.MinValue, 0);
            foreach (var address in addresses)
            {
                var value = order.Value(address, sort.Column);
                highestAddress = Math.Max(highestAddress, address);
                highest = Math.Max(highest, value);
                if (value != long.MinValue)
                    lowest = Math.Min(lowest, value);
            }

            // 0 is for what stands below all others.
            var most = highest == long.MinValue ? 0 : (ulong)(highest - lowest) + 1;
            return new KeyRange(lowest, most, sort.Descending, Bits - BitOperations.LeadingZeroCount((ulong)highestAddress));
        }

        /// <summary>Grows in the direction of the sort, from 0 to <see cref="Most"/>.</summary>
        public ulong Key(long value)
        {
            var ascending = value == long.MinValue ? 0 : (ulong)(value - Lowest) + 1;
            return Descending ? Most - ascending : ascending;
        }
    }
}
