"""What openpyxl reads of a workbook: as JSON, by sheet, cells by address; days as YYYY-MM-DD; and what makes it a form."""
import json
import sys
import warnings
from datetime import date, datetime

import openpyxl

# A complaint is a failure.
warnings.simplefilter("error")


def plain(value):
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    return value.isoformat() if isinstance(value, date) else value


def titles(sheet):
    return {"rows": sheet.print_title_rows, "columns": sheet.print_title_cols}


book = openpyxl.load_workbook(sys.argv[1])
json.dump(
    [
        {
            "name": sheet.title,
            "cells": {
                cell.coordinate: plain(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None
            },
            "formulas": [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"],
            "titles": titles(sheet),
            "area": sheet.print_area,
            "filter": sheet.auto_filter.ref,
            "frozen": sheet.freeze_panes,
            "orientation": sheet.page_setup.orientation,
            "paper": sheet.page_setup.paperSize,
            "fitToWidth": sheet.page_setup.fitToWidth,
            "lists": len(sheet.data_validations.dataValidation),
            "notes": sum(1 for row in sheet.iter_rows() for cell in row if cell.comment is not None),
        }
        for sheet in book.worksheets
    ],
    sys.stdout,
    ensure_ascii=False,
)
